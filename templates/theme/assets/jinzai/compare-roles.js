/*
 * The table of classes by plans: turning it, and hiding classes without a role. Which plans it has
 * is compare-choose.js's.
 *
 * Reads    the table `#jz-roles`, data-slot of its rows; `turn` and `hide` in the address
 * Writes   hidden of its rows, class jz-beside--few; puts a turned table in its place and back
 * Stores   nothing of its own (compare-choose.js)
 * Without  it the table shows all classes and the page's own plans
 */
(() => {
  "use strict";

  const tools = window.jinzaiCompare;
  const table = document.getElementById("jz-roles");
  if (!tools?.choose || !table) return;

  const {choose, element, slots, things} = tools;
  const FEW = 5; /* so many columns have room in a wide window */
  const turned = element("table", table.className); /* the other way round, made anew each time */
  let seen = table; /* which of the two is in the page */

  const classes = [...table.tBodies[0].rows].map((row) => ({
    slot: row.dataset.slot,
    name: row.cells[0].querySelector("a").textContent,
    row,
  }));

  /* A cell of the table with the nodes of another, or without any. */
  function copy(tag, cell) {
    const made = element(tag);
    made.append(...[...(cell?.childNodes ?? [])].map((node) => node.cloneNode(true)));
    return made;
  }

  function head(scope, cell) {
    const made = copy("th", cell);
    made.scope = scope;
    return made;
  }

  function turnAround(ids, kept) {
    const top = element("tr");
    const first = top.appendChild(element("th", "", "計画"));
    first.scope = "col";
    top.append(...kept.map(({row}) => head("col", row.cells[0])));
    const body = element("tbody");
    for (const id of ids) {
      const line = body.appendChild(element("tr"));
      line.append(head("row", slots.one("plans", id)));
      for (const {slot, name} of kept) {
        const cell = line.appendChild(copy("td", slots.one(slot, id)));
        cell.dataset.label = name;
      }
    }
    turned.replaceChildren(element("thead"), body);
    turned.tHead.append(top);
  }

  function show(ids, told) {
    slots.put(ids, told.plans !== "");
    const isEmpty = ({slot}) =>
      slots.of(slot, ids).every((cell) => !cell.querySelector(".jz-rolecard"));
    for (const one of classes) one.row.hidden = told.hide !== "" && isEmpty(one);
    const kept = classes.filter(({row}) => !row.hidden);
    if (told.turn) turnAround(ids, kept);
    table.classList.toggle("jz-beside--few", ids.length <= FEW);
    turned.classList.toggle("jz-beside--few", kept.length <= FEW);
    const next = told.turn ? turned : table;
    if (seen !== next) seen.replaceWith(next);
    seen = next;
    const hidden = classes.length - kept.length;
    if (hidden) return `役割のない区分を${things(hidden)}隠しています。`;
    return told.hide ? "隠した区分はありません。" : "";
  }

  choose({
    tools: [
      {key: "turn", text: "行と列を入れ替える"},
      {key: "hide", text: "表示中のどの計画にも役割のない区分を隠す"},
    ],
    show,
  });
})();
