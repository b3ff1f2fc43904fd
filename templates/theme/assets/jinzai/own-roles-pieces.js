/*
 * The pieces of which わたしの役割 is made: names, lists, tables, and sentences that stand twice.
 *
 * Links, marks and forms are HTML from the plans' files, which the site's macros wrote; all other
 * texts become text nodes. What is inferred looks as in templates/page/state.html.
 *
 * Reads    nothing
 * Writes   nothing into the page
 * Stores   nothing
 * Without  window.jinzaiCompare nothing is done
 * Gives    jinzaiCompare.pieces
 */
(() => {
  "use strict";

  const tools = window.jinzaiCompare;
  if (!tools?.joined) return;

  const {element, sums, words} = tools;

  /* What the site's macros wrote. */
  function written(html) {
    const holder = document.createElement("template");
    holder.innerHTML = html;
    return holder.content;
  }

  /* Several pieces in one, with something between them. */
  function joined(pieces, between) {
    const all = document.createDocumentFragment();
    for (const [place, piece] of pieces.entries()) all.append(...(place ? [between] : []), piece);
    return all;
  }

  /* Several pieces, each on a line of its own. */
  function lines(pieces) {
    const all = document.createDocumentFragment();
    for (const [place, piece] of pieces.entries()) {
      if (place) all.append(element("br"));
      all.append(piece);
    }
    return all;
  }

  /* Names one after the other; none breaks inside, if it is shorter than a line. */
  function listed(names) {
    const all = document.createDocumentFragment();
    for (const [place, name] of names.entries()) {
      const one = all.appendChild(element("span", "jz-name"));
      one.append(name, place < names.length - 1 ? "、" : "");
    }
    return all;
  }

  const small = (text) => element("span", "jz-small", text);

  /* A name that an editor may have worked out. */
  function named(html, isInferred) {
    if (!isInferred) return written(html);
    const name = element("span", "jz-inferred");
    name.append(written(html), element("span", "jz-hidden", `（${words.inferred}）`));
    return name;
  }

  const nameOf = (plan, {role, level}) =>
    plan.roles[role].name + (level < 0 ? "" : ` ${plan.roles[role].levels[level][1]}`);

  const linkOf = (plan, {role, level}) =>
    level < 0 ? plan.roles[role].link : plan.roles[role].levels[level][2];

  const rowName = (plan, {table, department}) =>
    [plan.tables[table], plan.departments.find(([id]) => id === department)?.[1]]
      .filter(Boolean)
      .join("・");

  /* A table. A column is [title, the cell for a row]. Rows of several plans stand in groups. In a
     narrow window a row is a card, where each cell says its column's title. */
  function table(label, columns, groups) {
    const made = element("table", "jz-table jz-index jz-own__table");
    made.createCaption().className = "jz-hidden";
    made.caption.textContent = label;
    const head = made.createTHead().insertRow();
    for (const [title] of columns) head.append(columnHead(title, "col"));
    for (const [name, rows] of groups) {
      const body = made.createTBody();
      if (groups.length > 1) {
        body.insertRow().append(columnHead(name, "rowgroup", columns.length));
        body.rows[0].className = "jz-group";
      }
      for (const row of rows) {
        const line = body.insertRow();
        for (const [place, [title, cell]] of columns.entries()) {
          const at = place ? line.insertCell() : line.appendChild(columnHead("", "row"));
          if (place) at.dataset.label = title;
          at.append(cell(row));
        }
      }
    }
    return made;
  }

  function columnHead(text, scope, width = 1) {
    const made = element("th", "", text);
    made.scope = scope;
    made.colSpan = width;
    return made;
  }

  function list(lines) {
    const made = element("ul", "jz-points");
    for (const line of lines) made.appendChild(element("li")).append(line);
    return made;
  }

  /* A sum of one table and one group of departments; after the plan's name, if it is named. */
  function rowLine({plan}, row, isNamed) {
    const name = [isNamed ? plan.name : "", rowName(plan, row)].filter(Boolean).join(" ");
    return [name, sums.line(row.load, plan.scale)].filter(Boolean).join("：");
  }

  /* What each held role does: `from` is the role that states it, -1 if none does. */
  const duties = ({plan, held}) =>
    held.map((own) => {
      const from = plan.roles[own.role].duties.of;
      const said = from < 0 ? {lines: [], more: 0} : plan.roles[from].duties;
      const lines = said.lines.filter(([at]) => own.level < 0 || at < 0 || at === own.level);
      return {own, from, said, lines, number: lines.length + said.more};
    });

  /* The next levels and roles, each with the address of the page on how to get there. */
  function nextOf({plan, held}) {
    const found = new Map();
    for (const {role, level} of held) {
      const {levels, next} = plan.roles[role];
      const above = level >= 0 && levels[level + 1];
      for (const [link, step] of above ? [above.slice(2)] : next) {
        if (!held.some((own) => linkOf(plan, own) === link)) found.set(link, step);
      }
    }
    return [...found].map(([html, step]) => ({html, step}));
  }

  tools.pieces = {
    written,
    joined,
    lines,
    listed,
    small,
    named,
    nameOf,
    linkOf,
    table,
    list,
    rowLine,
    duties,
    nextOf,
  };
})();
