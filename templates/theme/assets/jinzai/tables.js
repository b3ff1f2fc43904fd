/*
 * Choosing and sorting rows of an index (`table[data-jz-index]`, one to a page).
 *
 * Reads    (jinzai/render/page/facets.py and templates/page/facets.html write them)
 *   table  data-jz-index   what a row is: 研修
 *          data-facets     JSON: [{key, label, choices: [[id, name], …]}, …]
 *          data-sums       the plan's table whose amounts are summed up, may be empty; without the
 *                          attribute, no sums
 *   th     data-sort       the key of a column that sorts, data-up and data-down name the orders
 *   tr     data-in-<key>   the ids of a facet that the row belongs to, separated by spaces
 *          data-amount     what the row adds to a sum: the fewest and the most hours, then days;
 *                          `-` if its time is not stated; without it, the table lacks the row
 *   td     data-order      the row's place in the order of its column; without it, last
 * Writes   hidden and the order of the rows; aria-sort of th, and a button in it; the controls
 *          before the table; the address (`?role=dx-leader&sort=-hours`), so that what is chosen
 *          can be sent on and stays after a reload. Texts become text nodes only
 * Stores   nothing
 * Without  it the table is complete
 */
(() => {
  "use strict";

  const table = document.querySelector("table[data-jz-index]");
  if (!table) return;

  const reader = window.jinzaiReader;
  const noun = table.dataset.jzIndex;
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const facets = JSON.parse(table.dataset.facets);
  const heads = [...table.tHead.rows[0].cells];
  const columns = heads.filter((head) => head.dataset.sort !== undefined);

  function element(name, className, text) {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text ?? "";
    return made;
  }

  const controls = element("div", "jz-filter");
  controls.setAttribute("role", "group");
  controls.setAttribute("aria-label", `${noun}の絞り込みと並べ替え`);
  const selects = new Map(); /* by key */

  function addSelect(key, label, choices) {
    const frame = controls.appendChild(element("div", "jz-filter__choice"));
    const name = frame.appendChild(element("label", "", label));
    const select = frame.appendChild(element("select", ""));
    select.id = `jz-filter-${key}`;
    name.htmlFor = select.id;
    select.name = key;
    select.autocomplete = "off";
    for (const [id, text] of choices) select.add(new Option(text, id));
    selects.set(key, select);
  }

  for (const {key, label, choices} of facets) addSelect(key, label, [["", "すべて"], ...choices]);
  const orders = columns.flatMap(({dataset}) => [
    [dataset.sort, dataset.up],
    [`-${dataset.sort}`, dataset.down],
  ]);
  addSelect("sort", "並び順", [["", "計画の順"], ...orders]);
  const order = selects.get("sort");
  const result = element("div", "jz-filter__result");
  const status = result.appendChild(element("p", ""));
  status.setAttribute("role", "status");
  const reset = result.appendChild(element("button", "jz-button", "条件を消す"));
  reset.type = "button";

  function belongs(row) {
    return facets.every(({key}) => {
      const wanted = selects.get(key).value;
      const ids = row.getAttribute(`data-in-${key}`) ?? "";
      return !wanted || ids.split(" ").includes(wanted);
    });
  }

  function place(row, column) {
    const found = row.cells[column].dataset.order;
    return found === undefined ? null : Number(found);
  }

  function sorted(sort) {
    if (!sort) return rows;
    const isDown = sort.startsWith("-");
    const key = sort.slice(isDown ? 1 : 0);
    const column = heads.findIndex((head) => head.dataset.sort === key);
    return [...rows].sort((one, other) => {
      const a = place(one, column);
      const b = place(other, column);
      if (a === null || b === null) return (a === null) - (b === null);
      return isDown ? b - a : a - b;
    });
  }

  function words(shown, isNarrowed) {
    const all = `${noun} ${rows.length}件`;
    if (!isNarrowed) return `${all}をすべて表示しています。`;
    if (shown) return `${all}のうち、${shown}件を表示しています。`;
    return `この条件に合う${noun}はありません。条件を減らしてください。`;
  }

  function span(least, most, unit) {
    const [low, high] = [least, most].map((number) => String(Number(number.toFixed(2))));
    return low === high ? `${low}${unit}` : `${low}〜${high}${unit}`;
  }

  /* The sum of the rows on show; empty if no time of theirs is stated. */
  function sum(shown) {
    const name = table.dataset.sums;
    if (name === undefined) return "";
    const amounts = shown.map((row) => row.dataset.amount).filter((one) => one !== undefined);
    const told = amounts.filter((one) => one !== "-").map((one) => one.split(" ").map(Number));
    if (!told.length) return "";
    const [least, most, fewest, days] = [0, 1, 2, 3].map((part) =>
      told.reduce((all, one) => all + one[part], 0),
    );
    const parts = [
      most || !days ? span(least, most, "時間") : "",
      days ? span(fewest, days, "日") : "",
    ];
    const untold = amounts.length - told.length;
    const outside = shown.length - amounts.length;
    return (
      `${name ? `「${name}」では` : ""}合わせて${parts.filter(Boolean).join("＋")}` +
      (untold ? `、ほか${untold}件は記載なし` : "") +
      (outside ? `、${name ? "この表にない" : "時間が未確認の"}${outside}件は含まない` : "") +
      "。"
    );
  }

  function show() {
    const sort = order.value;
    for (const row of rows) row.hidden = !belongs(row);
    body.append(...sorted(sort));
    for (const head of columns) {
      const key = head.dataset.sort;
      if (sort.replace("-", "") !== key) head.removeAttribute("aria-sort");
      else head.setAttribute("aria-sort", sort === key ? "ascending" : "descending");
    }
    const isNarrowed = facets.some(({key}) => selects.get(key).value);
    const shown = rows.filter((row) => !row.hidden);
    reset.hidden = !isNarrowed && !sort;
    status.textContent =
      words(shown.length, isNarrowed) +
      (isNarrowed ? sum(shown) : "") +
      (sort ? `並び順は「${order.selectedOptions[0].text}」です。` : "");
  }

  function change() {
    show();
    reader.tell(Object.fromEntries([...selects].map(([key, select]) => [key, select.value])));
  }

  for (const head of columns) {
    const key = head.dataset.sort;
    const button = element("button", "jz-sort", head.textContent);
    button.type = "button";
    const next = new Map([
      [key, `-${key}`],
      [`-${key}`, ""],
    ]);
    button.addEventListener("click", () => {
      order.value = next.get(order.value) ?? key;
      change();
    });
    head.replaceChildren(button);
  }
  controls.addEventListener("change", change);
  reset.addEventListener("click", () => {
    for (const select of selects.values()) select.value = "";
    change();
    controls.querySelector("select").focus();
  });

  /* What the address says; what it says and the table does not have, selects refuse. */
  for (const [key, select] of selects) {
    select.value = reader.asked(key);
    if (select.selectedIndex < 0) select.value = "";
  }
  table.before(controls, result);
  show();
})();
