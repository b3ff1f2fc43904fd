/*
 * Choosing two to four roles, or levels of roles, of any plans, and what can be done with the
 * comparison: folding what is equal, printing, saving it as .xlsx or CSV.
 *
 * The table is compare-table.js's, the workbook xlsx.js's.
 *
 * Reads    data-compare of `#jz-compare`: `plans`, or `prefectures` where they are too many, `most`,
 *          how many sides there are at most, `words.about`; the address
 *          (`?r=toyonaka/leader,hirakata/dx-leader@level-3&all=1`)
 * Writes   the controls and the comparison into `#jz-compare`; what is chosen into the address
 * Stores   the sides chosen last (reader.js)
 * Without  it the page leads to comparisons that stand ready
 */
(() => {
  "use strict";

  const tools = window.jinzaiCompare;
  if (!tools?.table) return;

  const {element, options} = tools;
  const reader = window.jinzaiReader;
  const LEAST = 2;
  const PLACES = ["1つ目", "2つ目", "3つ目", "4つ目"];
  const FIRST = "選んでください";
  const CSV_FORMULA = /^'*[=+\-@\t\r\n\0＝＋－＠]/;
  const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  const slots = []; /* {frame, legend, prefecture, plan, role, remove, key, side, known} */

  /* The controls */

  const controls = element("div", "jz-choose");
  controls.setAttribute("role", "group");
  controls.setAttribute("aria-label", "比べる役割の選択");
  const places = controls.appendChild(element("div", "jz-choose__sides"));
  const add = controls.appendChild(tools.button("比べる役割を加える"));
  const bar = element("div", "jz-choose__tools");
  const fold = tools.checkbox(bar, "同じ数・同じ必要度で求める行をたたむ");
  const xlsx = tools.button("表計算ファイル（.xlsx）に保存");
  const csv = tools.button("CSVに保存");
  const print = tools.button("印刷（A3横）");
  bar.append(xlsx, csv, print);
  const status = element("p", "jz-choose__status");
  status.setAttribute("role", "status");
  const result = element("div");

  function select(frame, name) {
    const label = frame.appendChild(element("label", "", name));
    const made = label.appendChild(element("select"));
    made.autocomplete = "off";
    return made;
  }

  function fill(list, choices) {
    list.replaceChildren(new Option(FIRST, ""));
    for (const [id, name] of choices) list.add(new Option(name, id));
    list.disabled = !choices.length;
  }

  function addSlot() {
    const frame = places.appendChild(element("fieldset", "jz-choose__side"));
    const legend = frame.appendChild(element("legend"));
    const prefecture = options.prefectures ? select(frame, "都道府県") : null;
    const plan = select(frame, "計画");
    const role = select(frame, "役割・レベル");
    const remove = frame.appendChild(tools.button("外す"));
    const slot = {frame, legend, prefecture, plan, role, remove, key: "", side: null, known: null};
    fill(plan, options.plans ?? []);
    fill(role, []);
    if (prefecture) {
      fill(prefecture, options.prefectures);
      prefecture.addEventListener("change", () => {
        setKey(slot, "");
        fill(plan, []);
        fill(role, []);
        choosePrefecture(slot, prefecture.value, changed);
      });
    }
    plan.addEventListener("change", () => {
      setKey(slot, "");
      fill(role, []);
      choosePlan(slot, plan.value, changed);
    });
    role.addEventListener("change", () => {
      setKey(slot, role.value);
      changed();
    });
    remove.addEventListener("click", () => {
      slots.splice(slots.indexOf(slot), 1);
      frame.remove();
      changed();
      slots[0].plan.focus();
    });
    slots.push(slot);
    number();
    return slot;
  }

  function number() {
    for (const [place, {legend, remove}] of slots.entries()) {
      legend.textContent = PLACES[place];
      remove.hidden = slots.length <= LEAST;
      remove.setAttribute("aria-label", `${PLACES[place]}を外す`);
    }
    add.hidden = slots.length >= options.most;
  }

  /* What is chosen */

  function choosePrefecture(slot, code, then) {
    if (!code) {
      then();
      return;
    }
    tools.prefecture(code, (plans) => {
      if (slot.prefecture.value !== code) return;
      fill(slot.plan, plans ?? []);
      then();
    });
  }

  function choosePlan(slot, id, then) {
    if (!id) {
      then();
      return;
    }
    tools.plan(id, (plan) => {
      if (slot.plan.value !== id) return;
      const indented = ({key, name}) => [key, (key.includes("@") ? "　" : "") + name];
      slot.known = plan;
      fill(slot.role, plan?.sides.map(indented) ?? []);
      then();
    });
  }

  /* A side as compare-table.js takes it, of what a plan's file says. */
  function sideOf(plan, side) {
    const things = (places) => places.map((place) => plan.items[place]);
    const lists = Object.entries(side.lists).map(([row, places]) => [row, things(places)]);
    const numbers = new Map(Object.entries(side.numbers));
    return {...side, plan: plan.name, lists: new Map(lists), numbers};
  }

  function setKey(slot, key) {
    const found = key && slot.known?.sides.find((side) => side.key === key);
    slot.key = key;
    slot.side = found ? sideOf(slot.known, found) : null;
  }

  /* Whether a text can name a side: `toyonaka/leader`, `hirakata/dx-leader@level-3`. */
  const isSide = (text) =>
    /^[^/@]+\/[^/@]+(@[^/@]+)?$/.test(text) && text.split(/[/@]/).every(tools.isId);

  /* Puts a side from the address into a slot; `then` gets whether there is such a side. */
  function choose(slot, key, then) {
    const [id] = key.split("/");
    tools.plan(id, (plan) => {
      if (!plan) {
        then(false);
        return;
      }
      function chosen() {
        slot.plan.value = id;
        if (slot.plan.value !== id) {
          then(false); /* the prefecture's list did not come */
          return;
        }
        choosePlan(slot, id, () => {
          slot.role.value = key;
          setKey(slot, slot.role.value);
          then(Boolean(slot.side));
        });
      }
      if (slot.prefecture) {
        slot.prefecture.value = plan.prefecture;
        choosePrefecture(slot, plan.prefecture, chosen);
      } else {
        chosen();
      }
    });
  }

  /* The sides of the slots, and each of them once, in their order. */
  const chosenSides = () => slots.map(({side}) => side).filter(Boolean);
  const sidesNow = () => [...new Map(chosenSides().map((side) => [side.key, side])).values()];

  /* Shows the comparison; `told` is said before what the page shows. */
  function show(told) {
    number();
    const sides = sidesNow();
    const isTwice = chosenSides().length > sides.length;
    result.replaceChildren();
    bar.hidden = sides.length < LEAST;
    if (sides.length >= LEAST) {
      const frame = element("div", "jz-beside-frame");
      frame.setAttribute("role", "region");
      frame.setAttribute("aria-label", "役割の比較");
      frame.tabIndex = 0;
      frame.append(tools.table(sides, fold.checked));
      result.append(tools.summary(sides), frame);
    }
    const names = sides.map(({plan, name}) => `${plan}の${name}`);
    status.textContent =
      told +
      (isTwice ? "同じ役割が2回選ばれています。1つとして並べます。" : "") +
      (sides.length < LEAST
        ? `あと${LEAST - sides.length}つ選ぶと、ここに比較が出ます。`
        : `${names.join("と、")}を比べています。`);
  }

  function changed() {
    show("");
    const keys = sidesNow()
      .map(({key}) => key)
      .join(",");
    reader.tell({r: keys, all: fold.checked ? "" : "1"});
    if (keys) reader.remember("sides", keys);
  }

  /* Saving */

  function save(name, type, bytes) {
    const link = element("a");
    link.href = URL.createObjectURL(new Blob([bytes], {type}));
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  /* As jinzai/export/csv_file.py writes: only a text can become a formula. */
  function csvCell(value) {
    if (value === null) return "";
    if (typeof value === "number") return String(value);
    const text = value.length > 1 && CSV_FORMULA.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  }

  /* `yakuwari-toyonaka-leader--hirakata-dx-leader-level-3` */
  function nameOf(sides) {
    return `yakuwari-${sides.map(({key}) => key.replace(/[/@]/g, "-")).join("--")}`;
  }

  function about(sides) {
    const titled = ({plan, name}) => `${plan} ${name}`;
    const {href, protocol} = window.location;
    const lines = [
      ["この表は", document.title],
      ["比べたもの", sides.map(titled).join("、")],
    ];
    /* The address of a file on a disk leads nobody else anywhere. */
    if (/^https?:$/.test(protocol)) {
      for (const side of sides) lines.push([titled(side), new URL(side.href, href).href]);
      lines.push(["この比較のアドレス", href]);
    }
    return [...lines, ["保存した日", new Date().toLocaleDateString("ja-JP")], ...tools.words.about];
  }

  xlsx.addEventListener("click", () => {
    const sides = sidesNow();
    const widths = [22, 26, 16, ...sides.flatMap(() => [34, 7, 24])];
    const sheets = [
      {name: "比較", widths, frozen: [1, 3], rows: tools.sheet(sides)},
      {name: "この表について", widths: [16, 90], frozen: [0, 0], rows: about(sides)},
    ];
    save(`${nameOf(sides)}.xlsx`, XLSX, window.jinzaiXlsx(sheets));
  });
  csv.addEventListener("click", () => {
    const sides = sidesNow();
    const lines = tools.sheet(sides).map((row) => `${row.map(csvCell).join(",")}\r\n`);
    save(`${nameOf(sides)}.csv`, "text/csv;charset=utf-8", `\ufeff${lines.join("")}`);
  });
  print.addEventListener("click", () => window.print());
  add.addEventListener("click", () => addSlot().plan.focus());
  fold.addEventListener("change", changed);

  /* What the address says, else what was chosen last */

  const isAsked = reader.asked("r") !== "";
  const given = reader.askedIds("r", isSide);
  const asked = isAsked ? given.ids : reader.recalledIds("sides", isSide);
  const wanted = asked.slice(0, options.most);
  let isMissing = given.isMixed;
  let open = wanted.length;

  function allCame() {
    changed();
    if (!isAsked) return;
    show(
      (isMissing ? "アドレスにある役割のうち、見つからないものがあります。" : "") +
        tools.surplus(asked.slice(options.most), given.isCut),
    );
  }

  fold.checked = reader.asked("all") !== "1";
  while (slots.length < Math.max(LEAST, wanted.length)) addSlot();
  tools.root.append(controls, status, bar, result);
  show("");
  if (isAsked && !open) allCame();
  for (const [place, key] of wanted.entries()) {
    choose(slots[place], key, (isThere) => {
      open -= 1;
      isMissing = isMissing || !isThere;
      if (!open) allCame();
    });
  }
})();
