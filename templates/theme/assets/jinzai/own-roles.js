/*
 * わたしの役割: choosing the roles that one holds, and showing them joined.
 *
 * Reads    `me` of the address, or what is kept in this browser; the plans' files
 * Writes   `me` of the address; the form #jz-own-form, and whether #jz-own-choosing is
 *          open; hidden of #jz-own-result; #jz-own-status, the live region that tells the counts;
 *          hidden of #jz-own-down, the link to the result; #jz-own-kept, what differs from what is
 *          kept; #jz-own-warning
 * Stores   what own-roles-kept.js keeps, if the reader wants it
 * Without  this script the form and the result stay hidden
 */
(() => {
  "use strict";

  const tools = window.jinzaiCompare;
  const own = window.jinzaiOwnRoles;
  const reader = window.jinzaiReader;
  if (!tools?.shown || !own) return;

  const {options, element, checkbox, button} = tools;
  const place = (name) => document.getElementById(`jz-own-${name}`);
  const form = place("form");

  const plans = new Map(); /* the files of plans whose roles can be chosen, in the order shown */
  const chosen = new Map(); /* "plan:role" -> the id of a level, or "" for the whole role */
  const departments = new Map(); /* plan -> the id of the department; nothing for all */
  let isKept = false;

  /* The set */

  /* The items of the address: for each plan its department, then its roles in the plan's order. */
  function items() {
    return [...plans].flatMap(([id, plan]) => {
      const keys = plan.roles.map((role) => `${id}:${role.id}`).filter((key) => chosen.has(key));
      const roles = keys.map((key) => key + (chosen.get(key) && `/${chosen.get(key)}`));
      const department = roles.length && departments.get(id);
      return department ? [`${id}@${department}`, ...roles] : roles;
    });
  }

  /* The held roles of a plan, as own-roles-joined.js takes them. */
  function heldOf(id, plan) {
    return plan.roles.flatMap((role, at) => {
      const level = chosen.get(`${id}:${role.id}`);
      if (level === undefined) return [];
      return [{role: at, level: role.levels.findIndex(([one]) => one === level)}];
    });
  }

  const names = () =>
    [...plans]
      .flatMap(([id, plan]) => heldOf(id, plan).map(({role}) => plan.roles[role].name))
      .join("、");

  function show() {
    const found = items();
    reader.tell({me: found.join(",")});
    own.carry(found);
    if (isKept) own.keep(found, names());
    const having = [...plans].map(([id, plan]) => [id, plan, heldOf(id, plan)]);
    const joined = having
      .filter(([, , held]) => held.length)
      .map(([id, plan, held]) => tools.joined.ofPlan(plan, held, departments.get(id)));
    place("result").hidden = !joined.length;
    place("down").hidden = !joined.length;
    const said = joined.length ? tools.shown.show(joined) : "";
    const number = chosen.size;
    place("status").textContent = number
      ? `${tools.things(number)}の役割を選びました。${said}`
      : "役割を選んでください。";
    showKeeping();
    for (const box of form.querySelectorAll("[data-role]")) {
      box.disabled = !box.checked && number >= options.most;
    }
  }

  function warn(lines) {
    place("warning").replaceChildren(...lines.map((line) => element("p", "jz-note", line)));
  }

  /* The form */

  const choosing = form.appendChild(element("div", "jz-own__plans"));
  const fields = form.appendChild(element("div", "jz-own__fields"));
  const keeping = form.appendChild(element("div", "jz-own__keeping"));
  const keepBox = checkbox(keeping, "このブラウザーに覚えさせる");
  const forgetButton = keeping.appendChild(button("覚えた役割を消す"));
  const clearButton = keeping.appendChild(button("すべて外す"));

  /* Says that other roles are kept than those that are chosen. */
  function showOthers() {
    const isOther = chosen.size > 0 && own.kept().length > 0 && !isKept;
    place("kept").hidden = !isOther;
    if (!isOther) return;
    const again = button("この役割で覚え直す");
    again.addEventListener("click", () => {
      isKept = true;
      show();
      place("status").textContent = "この役割を覚えました。";
    });
    const names = own.keptNames();
    const said = `覚えた役割${names && `（${names}）`}と違います。`;
    place("kept").replaceChildren(element("span", "", said), again);
  }

  function showKeeping() {
    showOthers();
    keeping.hidden = !plans.size;
    keepBox.checked = isKept;
    keepBox.disabled = !chosen.size;
    forgetButton.hidden = !own.kept().length;
    clearButton.hidden = !chosen.size;
  }

  keepBox.addEventListener("change", () => {
    isKept = keepBox.checked;
    if (!isKept) own.keep([], "");
    show();
  });
  forgetButton.addEventListener("click", () => {
    isKept = false;
    own.keep([], "");
    show();
    place("status").textContent = "覚えた役割を消しました。";
    keepBox.focus();
  });
  clearButton.addEventListener("click", () => {
    chosen.clear();
    isKept = false;
    for (const box of form.querySelectorAll("[data-role]")) box.checked = false;
    for (const one of form.querySelectorAll("[data-levels]")) one.hidden = true;
    show();
    fields.querySelector("input")?.focus();
  });
  form.addEventListener("submit", (event) => event.preventDefault());

  /* A list to choose from, with its words, put into `parent`. */
  function select(parent, text, lines, current) {
    const label = parent.appendChild(element("label", "jz-own__select"));
    label.append(element("span", "", text));
    const made = label.appendChild(element("select"));
    made.autocomplete = "off";
    for (const [value, words] of lines)
      made.add(new Option(words, value, false, value === current));
    return made;
  }

  function roleLine(parent, id, role) {
    const key = `${id}:${role.id}`;
    const line = parent.appendChild(element("div", "jz-own__role"));
    const box = checkbox(line, role.name);
    box.dataset.role = key;
    box.checked = chosen.has(key);
    let levels = null;
    if (role.levels.length) {
      const lines = [["", "すべて"], ...role.levels];
      levels = select(line, "レベル", lines, chosen.get(key) || "");
      levels.setAttribute("aria-label", `${role.name}のレベル`);
      levels.parentElement.dataset.levels = "";
      levels.parentElement.hidden = !box.checked;
      levels.addEventListener("change", () => {
        chosen.set(key, levels.value);
        show();
      });
    }
    box.addEventListener("change", () => {
      if (box.checked) chosen.set(key, levels?.value ?? "");
      else chosen.delete(key);
      if (levels) levels.parentElement.hidden = !box.checked;
      show();
    });
  }

  /* The roles of a plan, with check boxes. */
  function addFields(id, plan) {
    plans.set(id, plan);
    const set = fields.appendChild(element("fieldset", "jz-own__plan"));
    set.append(element("legend", "", plan.name));
    for (const role of plan.roles) roleLine(set, id, role);
    if (plan.departments.length) {
      const lines = [["", "すべて"], ...plan.departments];
      const made = select(set, "部局", lines, departments.get(id) ?? "");
      made.setAttribute("aria-label", `${plan.name}の部局`);
      made.addEventListener("change", () => {
        departments.set(id, made.value);
        show();
      });
    }
  }

  /* Loads some plans, then adds those that have come, in their order; `then` gets the ids of
     those that have not. */
  function load(ids, then) {
    const come = new Map();
    const wanted = ids.filter((id) => !plans.has(id));
    let waiting = wanted.length;
    const arrived = () => {
      const missing = wanted.filter((id) => !come.get(id));
      for (const id of wanted) if (come.get(id) && !plans.has(id)) addFields(id, come.get(id));
      then(missing);
    };
    if (!waiting) arrived();
    for (const id of wanted) {
      tools.plan(id, (plan) => {
        come.set(id, plan);
        waiting -= 1;
        if (!waiting) arrived();
      });
    }
  }

  /* Plans, and behind each the other plans of its municipality. */
  function loadWithBeside(ids, then) {
    load(ids, (missing) => {
      const beside = ids.flatMap((id) => plans.get(id)?.beside ?? []);
      load(beside, () => then(missing));
    });
  }

  function addPlan(id) {
    if (!id) return;
    loadWithBeside([id], (missing) => {
      warn(missing.map((one) => `「${one}」の役割を読み込めませんでした。`));
      showKeeping();
      if (!missing.length) {
        place("status").textContent = `${plans.get(id).name}の役割を選べます。`;
      }
    });
  }

  const NONE = ["", "選んでください"];

  /* The list of plans, and before it one of prefectures if the plans are many. */
  function offerPlans(current) {
    const {prefectures} = options;
    const first = prefectures.length
      ? select(choosing, "都道府県", [NONE, ...prefectures], "")
      : null;
    const second = select(choosing, "自治体の計画", [NONE, ...options.plans], current);
    second.addEventListener("change", () => addPlan(second.value));
    first?.addEventListener("change", () => {
      second.replaceChildren(new Option(NONE[1], ""));
      if (!first.value) return;
      tools.prefecture(first.value, (listed) => {
        for (const [id, name] of listed ?? []) second.add(new Option(name, id));
        if (!listed) warn(["計画の一覧を読み込めませんでした。"]);
      });
    });
  }

  /* The beginning */

  /* Takes in the items that the plans have; gives those that they lack. */
  function take(found) {
    return found.filter((item) => {
      const [, id, sign, rest] = /^([^:@]+)([:@])(.+)$/.exec(item);
      const plan = asked.get(id);
      if (!plan) return false; /* said once for the plan */
      if (sign === "@") {
        const isThere = plan.departments.some(([one]) => one === rest);
        if (isThere) departments.set(id, rest);
        return !isThere;
      }
      const [role, level = ""] = rest.split("/");
      const known = plan.roles.find((one) => one.id === role);
      if (!known || (level && !known.levels.some(([one]) => one === level))) return true;
      if (chosen.size >= options.most && !chosen.has(`${id}:${role}`)) return true;
      chosen.set(`${id}:${role}`, level);
      return false;
    });
  }

  const asked = new Map(); /* the plans of the set that the page was opened with */

  function start() {
    const {ids, isCut, isMixed} = reader.isAsked("me")
      ? reader.askedIds("me", own.isItem)
      : {ids: own.current(), isCut: false, isMixed: false};
    isKept = ids.length > 0 && ids.join(",") === own.kept().join(",");
    const wanted = [...new Set(ids.map((item) => item.split(/[:@]/)[0]))].slice(0, options.most);
    offerPlans(wanted[0] ?? "");
    place("choosing").hidden = false;
    place("choosing").open = !ids.length;
    let waiting = wanted.length;
    const come = () => {
      const missing = wanted.filter((id) => !asked.get(id));
      const unknown = take(ids);
      loadWithBeside(
        wanted.filter((id) => asked.has(id)),
        () => {
          warn([
            ...(missing.length ? [`${tools.named(missing)}の役割を読み込めませんでした。`] : []),
            ...(unknown.length
              ? [`${tools.named(unknown)}は、計画にないか多すぎるため除きました。`]
              : []),
            ...(isCut ? [tools.surplus([], true)] : []),
            ...(isMixed ? ["アドレスの中に、役割として読めないものがありました。"] : []),
          ]);
          show();
        },
      );
    };
    if (!waiting) come();
    for (const id of wanted) {
      tools.plan(id, (plan) => {
        if (plan) asked.set(id, plan);
        waiting -= 1;
        if (!waiting) come();
      });
    }
  }

  start();
})();
