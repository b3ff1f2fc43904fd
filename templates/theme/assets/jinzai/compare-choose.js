/*
 * Choosing the plans that a comparing page shows: which are wanted and there, the boxes for choosing
 * them, and what is said of the choice.
 *
 * Knows the plans of the page and loads those that are not in it. There is a box for each plan of
 * the list or, where there are too many for one list, for each of a prefecture.
 *
 * `jinzaiCompare.choose(page)` makes the boxes; the page's own script gives
 *   tools            check boxes of its own, {key: in the address, text},
 *   show(ids, told)  lays the chosen plans out; `told[key]` says whether a box is ticked. What it
 *                    returns is said after the number of plans.
 *
 * Reads    data-compare of `#jz-compare`: `plans` and `here`, the plans that are known and those in
 *          the page, `prefectures` where they are too many, `most`, how many are shown at most;
 *          the address (`?plans=hirakata,toyonaka&hide=1`)
 * Writes   the controls into `#jz-compare`; what is chosen into the address
 * Stores   the plans chosen last, for all pages that compare plans (reader.js)
 * Without  it the page shows its own plans
 */
(() => {
  "use strict";

  const tools = window.jinzaiCompare;
  if (!tools) return;

  const {element, options, slots, things} = tools;
  const reader = window.jinzaiReader;
  const NOTHING = "-"; /* in the address: no plan at all */
  /* Whether the page has all plans that can be chosen. */
  const isWhole = !options.prefectures && options.here.length === options.plans.length;

  /* Which plans */

  let changed = () => {}; /* lays out what is chosen; nothing before there are controls */

  const names = new Map(options.plans); /* by id: of all plans that are known */
  /* The ids as they are shown; those not in the page as they were asked for. */
  const order = [...names.keys()];
  const completed = new Set(); /* the ids whose file was asked for besides what the page has */
  let wanted = [];
  let lost = []; /* what could not be had, since the last change by the reader */
  let over = []; /* what was asked for beyond the most */
  let isChosen = false; /* whether the reader has changed something on this page */

  /* Whether its pieces are. */
  const isThere = (id) => options.here.includes(id) || slots.isLoaded(id);

  const shown = () =>
    wanted.filter(isThere).sort((one, other) => order.indexOf(one) - order.indexOf(other));

  function without(id) {
    wanted = wanted.filter((one) => one !== id);
  }

  function lose(id) {
    if (!wanted.includes(id)) return;
    without(id);
    lost.push(id);
  }

  /* The page's own plans, where of those that were asked for there is none. */
  function showOwn() {
    if (!wanted.length) wanted = [...options.here];
  }

  function want(id) {
    if (wanted.includes(id)) return;
    if (wanted.length >= options.most) {
      over.push(id);
      return;
    }
    wanted.push(id);
    if (!order.includes(id)) order.push(id);
    if (isThere(id)) return;
    if (!options.cellFiles) {
      lose(id);
      return;
    }
    tools.cells(id, (file) => {
      if (file) {
        names.set(id, file.name);
        slots.take(id, file.html);
      } else {
        lose(id);
        if (!isChosen) showOwn();
      }
      changed();
    });
  }

  /* Loads what the page has not of the plans that are in it. */
  function complete() {
    for (const id of shown()) {
      if (slots.isLoaded(id) || completed.has(id)) continue;
      completed.add(id);
      tools.cells(id, (file) => {
        if (file) slots.take(id, file.html);
        else lost.push(id);
        changed();
      });
    }
  }

  function isFirst() {
    const now = shown();
    return now.length === options.here.length && now.every((id, at) => id === options.here[at]);
  }

  /* As the address says it; empty for what the page shows of itself. */
  function asked() {
    if (isFirst() && wanted.length === options.here.length) return "";
    return wanted.join(",") || NOTHING;
  }

  /* Whether the page's own plans, which nobody chose, leave no room: they give way. */
  const givesWay = () => Boolean(options.prefectures) && wanted.length >= options.most && isFirst();

  /* The reader changes what is wanted; what was told of it before is over. */
  function change(now) {
    isChosen = true;
    isRecalled = false;
    isCut = false;
    lost = [];
    over = [];
    now();
    changed();
  }

  const remember = () => reader.remember("plans", asked() === NOTHING ? "" : asked());

  const isWanted = (id) => wanted.includes(id);
  const isFull = () => wanted.length >= options.most && !givesWay();
  const coming = () => wanted.length - shown().length; /* how many are being loaded */
  /* Whether it was not asked for here, but on a page before. */
  const isFromBefore = () => isRecalled && !isFirst();

  function setPlan(id, isOn) {
    change(() => {
      if (isOn && givesWay()) wanted = [];
      if (isOn) want(id);
      else without(id);
    });
    remember();
  }

  function clearPlans() {
    change(() => {
      wanted = [];
    });
  }

  function resetPlans() {
    change(() => {
      wanted = [...options.here];
    });
    remember();
  }

  /* What the address says, else what was chosen last */

  let isRecalled = !reader.isAsked("plans");
  const given = reader.askedIds("plans", tools.isId);
  let {isCut} = given; /* whether more was asked for than is read */
  for (const id of isRecalled ? reader.recalledIds("plans", tools.isId) : given.ids) want(id);
  if (isRecalled) {
    lost = []; /* nobody asks for it here */
    over = [];
  }
  if (reader.asked("plans") !== NOTHING) showOwn();

  /* The controls */

  tools.choose = (page) => {
    let listed = options.plans; /* [id, name] of the boxes' plans */
    let notice = ""; /* what became of the list */

    const controls = element("div", "jz-choose");
    controls.setAttribute("role", "group");
    controls.setAttribute("aria-label", "表の選択");
    const group = controls.appendChild(element("fieldset", "jz-choose__plans"));
    group.append(element("legend", "", "比べる計画"));
    const near = options.prefectures ? prefectureChoice() : null;
    const boxes = group.appendChild(element("div", "jz-choose__boxes"));
    const bar = controls.appendChild(element("div", "jz-choose__tools"));
    const own = new Map(); /* the page's boxes by key */
    for (const {key, text} of page.tools) {
      const box = tools.checkbox(bar, text);
      box.checked = reader.asked(key) === "1";
      box.addEventListener("change", update);
      own.set(key, box);
    }
    const reset = bar.appendChild(tools.button(isWhole ? "すべて表示に戻す" : "初めの表示に戻す"));
    const clear = bar.appendChild(tools.button("すべて外す"));
    const status = element("p", "jz-choose__status");
    status.setAttribute("role", "status");

    function prefectureChoice() {
      const label = group.appendChild(element("label", "", "都道府県 "));
      const select = label.appendChild(element("select"));
      select.autocomplete = "off";
      select.add(new Option("選んでください", ""));
      for (const [code, name] of options.prefectures) select.add(new Option(name, code));
      select.addEventListener("change", () => {
        const code = select.value;
        if (!code) return;
        tools.prefecture(code, (found) => {
          if (select.value !== code) return;
          const name = select.selectedOptions[0].text;
          if (found) {
            notice = `${name}の計画を${things(found.length)}出しました。`;
            list(found);
          } else {
            notice = `${name}の計画の一覧を読み込めませんでした。選び直すと、もう一度読み込みます。`;
            select.value = "";
          }
          update();
        });
      });
      return select;
    }

    /* The boxes: those listed, and before them those wanted that are not */

    function addBox(id, name) {
      const box = tools.checkbox(boxes, name);
      box.value = id;
      box.addEventListener("change", () => {
        notice = "";
        setPlan(id, box.checked);
      });
    }

    function list(found) {
      listed = found;
      const ids = new Set(listed.map(([id]) => id));
      const besides = shown().filter((id) => !ids.has(id));
      boxes.replaceChildren();
      for (const id of besides) addBox(id, names.get(id));
      for (const [id, name] of listed) addBox(id, name);
    }

    /* A plan that came after the list was made has no box yet. */
    function tick() {
      const ids = new Set([...boxes.querySelectorAll("input")].map((box) => box.value));
      if (shown().some((id) => !ids.has(id))) list(listed);
      for (const box of boxes.querySelectorAll("input")) {
        box.checked = isWanted(box.value);
        box.disabled = !box.checked && isFull();
      }
    }

    /* What is said and shown */

    function count(ids) {
      if (!ids.length && !coming()) return "計画を選ぶと、ここに表が出ます。";
      if (options.prefectures) return `計画を${things(ids.length)}表示しています。`;
      return `${things(options.plans.length)}の計画のうち${things(ids.length)}を表示しています。`;
    }

    function words(ids, more) {
      const said = [count(ids)];
      if (isFromBefore()) said.push("前に選んだ計画です。");
      if (ids.length) said.push(more);
      if (coming()) said.push(`${things(coming())}を読み込んでいます。`);
      if (lost.length) {
        said.push(`${tools.named(lost)}は、見つからないか読み込めませんでした。`);
      }
      said.push(tools.surplus(over, isCut));
      if (!isWhole && isFull()) said.push(`並べられるのは${things(options.most)}までです。`);
      return [...said, notice].join("");
    }

    function update() {
      const values = {plans: asked()};
      for (const [key, box] of own) values[key] = box.checked ? "1" : "";
      const ids = shown();
      if (options.details && (values.plans || values.full)) complete();
      status.textContent = words(ids, page.show(ids, values));
      tick();
      reader.tell(values);
      window.dispatchEvent(new Event("resize")); /* for what depends on a table's width */
      reset.hidden = Object.values(values).every((value) => !value);
      clear.hidden = !ids.length;
    }

    const focusFirst = () => group.querySelector("input, select").focus();

    reset.addEventListener("click", () => {
      for (const box of own.values()) box.checked = false;
      notice = "";
      if (near) near.value = "";
      list(options.plans);
      resetPlans();
      focusFirst();
    });

    clear.addEventListener("click", () => {
      notice = "";
      clearPlans();
      focusFirst();
    });

    changed = update;
    tools.root.append(controls, status);
    list(options.plans);
    update();
  };
})();
