/*
 * A detailed comparison of chosen sides: the table on the page, and the same as rows of a sheet.
 *
 * Makes of a plan's file what jinzai/render/compare/table.py and
 * templates/compare/compared_roles.html make: the words for a difference, what is left out, the
 * summary. A test holds both against each other. Equal rows of skills are folded to a line that
 * opens.
 *
 * A side is a role or one of its levels (`ComparedRole` of jinzai/render/compare/compared_role.py):
 * {key, plan, name, href, lists, numbers, asks, scale}; `lists` and `numbers` are maps by the key of
 * a row, with things and numbers.
 *
 * Reads    data-compare of `#jz-compare`: `parts`, the rows under their headings, and `words`
 *          (jinzai/render/compare/role_words.py)
 * Writes   nothing; what it makes is put into the page by compare.js
 * Stores   nothing
 * Gives    jinzaiCompare.table, .summary and .sheet
 */
(() => {
  "use strict";

  const tools = window.jinzaiCompare;
  if (!tools?.options.parts) return;

  const {element, filled, things, words} = tools;
  const UNPLACED = "unplaced";

  const parts = tools.options.parts.map(([id, title, note, rows]) => ({
    id,
    title,
    note,
    rows: rows.map(([key, name, kind, href]) => ({key, title: name, kind, href})),
  }));

  /* What a side has in a row: things, a number, or null. A row of numbers has things where the plan
     states a number for each level only. */
  function cellOf(row, side) {
    const number = row.kind === "number" ? side.numbers.get(row.key) : undefined;
    return number ?? side.lists.get(row.key) ?? null;
  }

  const isNumber = (cell) => typeof cell === "number";

  const isRequired = (thing) => thing[6] === "required";

  /* What has to be equal for two cells to say the same. */
  function weight(row, cell) {
    if (isNumber(cell)) return cell;
    if (row.kind === "skills") {
      return cell
        .map((thing) => thing[6] ?? "")
        .sort()
        .join(" ");
    }
    return JSON.stringify(cell.map((thing) => [thing[0], thing[2] || "", thing[7] || ""]));
  }

  /* The id of a side's plan; names may repeat. */
  const planOf = (side) => side.key.split("/")[0];

  function shortNames(sides) {
    return sides.map((side) => {
      const plans = sides.filter((other) => planOf(other) === planOf(side));
      return plans.length === 1 ? side.plan : `${side.plan} ${side.name}`;
    });
  }

  /* What is said where all that are counted have something in a row, `cells`. */
  function allSay(row, cells, every, signs) {
    const isAlike = new Set(cells.map((cell) => weight(row, cell))).size === 1;
    const kind = isAlike ? "same" : "all";
    if (row.kind === "number") {
      return isAlike
        ? {kind, said: words.same, signs: words.equal}
        : {kind, said: words.unlike, signs: words.unequal};
    }
    if (row.kind !== "skills") return {kind, said: isAlike ? words.same : every, signs};
    if (isAlike) return {kind, said: every, signs};
    const isOneStrength = new Set(cells.map((cell) => cell.some(isRequired))).size === 1;
    const unlike = isOneStrength ? words.amount : words.strength;
    return {kind, said: filled(unlike, {who: every}), signs};
  }

  /* Whether a cell has only what texts say or training teaches, and no skill of a table. */
  const isWeak = (row, cell) =>
    row.kind === "skills" && cell !== null && ["asked", "said", "taught"].includes(cell[0][6]);

  /* What is said where not all that are counted have something in a row. */
  function partly(sides, names, counted, having) {
    const [first] = having;
    if (having.length === 1) {
      return {kind: "one", said: filled(words.only, {who: names[sides.indexOf(first)]})};
    }
    const isOfPlan = (side) => planOf(side) === planOf(first);
    if (having.every(isOfPlan) && !counted.every(isOfPlan)) {
      const number = things(having.length);
      return {kind: "plan", said: filled(words.together, {plan: first.plan, number})};
    }
    const all = things(counted.length);
    return {kind: "some", said: filled(words.some, {all, having: having.length})};
  }

  /* How the sides differ in a row: `RowDifference` of jinzai/render/compare/rows.py. */
  function difference(row, sides, names) {
    const counted = sides.filter((side) => row.kind !== "skills" || side.asks);
    const weak = sides.filter((side) => isWeak(row, cellOf(row, side)));
    const having = counted.filter((side) => cellOf(row, side) !== null && !weak.includes(side));
    const signOf = (side) => {
      if (having.includes(side)) return words.has;
      return weak.includes(side) ? words.hints : words.lacks;
    };
    const signs = sides.map(signOf).join("");
    /* Where the parent role's table asks, the row cannot say whose tables do. */
    const isOpen = weak.some((side) => cellOf(row, side)[0][6] === "asked");
    if (!having.length && !isOpen) {
      return weak.length
        ? {kind: "weak", said: words.weak, signs}
        : {kind: "none", said: "", signs: ""};
    }
    if (counted.length < 2 || isOpen) return {kind: "", said: "", signs: ""};
    if (having.length < counted.length) {
      const {kind, said} = partly(sides, names, counted, having);
      if (!weak.length) return {kind, said, signs};
      return {kind: `${kind}-table`, said: filled(words.table, {said}), signs};
    }
    let every = having.length === 2 ? words.both : words.every;
    if (counted.length < sides.length) {
      every = filled(words.stated, {number: things(counted.length)});
    }
    const cells = having.map((side) => cellOf(row, side));
    return allSay(row, cells, every, signs);
  }

  function levelNote(sides) {
    const scales = sides.filter((side) => side.lists.has("levels")).map((side) => side.scale);
    if (scales.length < 2) return "";
    const isOne = scales.every((scale) => scale && scale === scales[0]);
    return isOne ? words.scale : words.scales;
  }

  /* A sentence for each side whose skills the plan leaves undefined. */
  function undefinedNotes(sides) {
    const silent = sides.filter((side) => !side.asks);
    return silent.map(({plan, name}) => filled(words.silent, {plan, name}));
  }

  /* What is said behind a lack in an area of a side that asks for skills outside all areas. */
  function unplacedWords(row, side) {
    const number = row.key === UNPLACED ? 0 : (side.lists.get(UNPLACED)?.length ?? 0);
    return number ? filled(words.unplaced, {number}) : "";
  }

  const anchorOf = (row) => `row-${row.kind}-${row.key.replace("/", "--")}`;

  /* The page */

  function list(cell) {
    const made = element("ul", "jz-items");
    made.append(...cell.map((thing) => tools.put(element("li"), thing)));
    return made;
  }

  /* What is shown where a side has nothing in a row. */
  function lack(row, side) {
    if (row.kind !== "skills" || !side.asks) return [tools.missing(words.undefined)];
    const lacks = element("span", "jz-lacks", words.unasked);
    const besides = unplacedWords(row, side);
    if (!besides) return [lacks];
    const more = element("a", "jz-small", `（${besides}）`);
    more.href = "#row-skills-unplaced";
    return [lacks, " ", more];
  }

  function cellView(row, side, short) {
    const made = element("td");
    const cell = cellOf(row, side);
    made.dataset.label = short;
    if (cell === null) made.append(...lack(row, side));
    else if (isNumber(cell)) {
      made.append(element("span", "jz-figure", cell.toLocaleString("ja-JP")));
    } else {
      made.append(list(cell), element("span", "jz-beside__folded", `スキル ${cell.length}`));
    }
    return made;
  }

  function rowHead(row, found) {
    const head = element("th");
    head.scope = "row";
    const name = head.appendChild(element(row.href ? "a" : "span", "", row.title));
    if (row.href) name.href = row.href;
    if (found.said) {
      const said = element("span", `jz-difference jz-difference--${found.kind}`, found.said);
      said.dataset.signs = found.signs;
      head.append(" ", said);
    }
    return head;
  }

  function foldable(line, title) {
    const button = element("button", "jz-beside__open");
    button.type = "button";
    function fold(isFolded) {
      line.classList.toggle("jz-beside__row--folded", isFolded);
      button.textContent = isFolded ? "開く" : "たたむ";
      button.setAttribute("aria-expanded", String(!isFolded));
      button.setAttribute("aria-label", `${title}を${button.textContent}`);
    }
    button.addEventListener("click", () => fold(button.getAttribute("aria-expanded") === "true"));
    line.cells[0].append(" ", button);
    fold(true);
  }

  function wide(tag, columns) {
    const line = element("tr");
    const cell = line.appendChild(element(tag));
    cell.colSpan = columns;
    return line;
  }

  function partHead(part, columns) {
    const head = wide("th", columns);
    head.className = "jz-group";
    head.cells[0].scope = "rowgroup";
    head.cells[0].textContent = part.title;
    return head;
  }

  /* What is said below the rows; `absent` are titles of those of which no side says anything. */
  function partNotes(part, sides, absent) {
    return [
      absent.length ? filled(words.absent, {titles: absent.join("、")}) : "",
      ...(part.id === "skills" ? undefinedNotes(sides) : []),
      part.note,
      part.id === "levels" ? levelNote(sides) : "",
    ].filter(Boolean);
  }

  function body(part, sides, names, folds) {
    const made = element("tbody");
    made.append(partHead(part, sides.length + 1));
    const absent = [];
    for (const row of part.rows) {
      const found = difference(row, sides, names);
      if (found.kind === "none") {
        absent.push(row.title);
        continue;
      }
      const line = made.appendChild(element("tr"));
      line.id = anchorOf(row);
      line.append(
        rowHead(row, found),
        ...sides.map((side, place) => cellView(row, side, names[place])),
      );
      if (folds && row.kind === "skills" && found.kind === "same") foldable(line, row.title);
    }
    const notes = partNotes(part, sides, absent);
    if (notes.length) {
      const foot = made.appendChild(wide("td", sides.length + 1));
      foot.className = "jz-beside__note";
      foot.cells[0].append(...notes.map((note) => element("p", "", note)));
    }
    return made;
  }

  function heads(sides) {
    const line = element("tr");
    const corner = line.appendChild(element("th", "", words.corner));
    corner.scope = "col";
    for (const side of sides) {
      const head = line.appendChild(element("th"));
      head.scope = "col";
      const link = element("a", "", side.name);
      link.href = side.href;
      head.append(element("span", "jz-beside__plan", side.plan), " ", link);
    }
    const made = element("thead");
    made.append(line);
    return made;
  }

  function table(sides, folds) {
    const names = shortNames(sides);
    const made = element("table", `jz-table jz-beside jz-beside--${sides.length}`);
    made.append(heads(sides), ...parts.map((part) => body(part, sides, names, folds)));
    return made;
  }

  /* What areas are called that all sides ask for, and that none does. */
  function gistWords(sides, asking) {
    if (asking < sides.length) {
      return words.partly.map((text) => filled(text, {number: things(asking)}));
    }
    return sides.length === 2 ? words.pair : words.all;
  }

  /* The areas of each kind of difference that is told: {who, areas}; an area is its title and the
     anchor of its row, empty for one that has no row. */
  function gists(sides) {
    const asking = sides.filter((side) => side.asks).length;
    if (asking < 2) return [];
    const names = shortNames(sides);
    const [allAsk, noneAsks] = gistWords(sides, asking);
    const gist = (who) => ({who, areas: []});
    const alone = (text) => names.map((who) => gist(filled(text, {who})));
    const together = (text) => {
      const found = new Map(); /* by plan, in the order of the sides */
      for (const side of sides) found.set(planOf(side), gist(filled(text, {plan: side.plan})));
      return found;
    };
    const bySide = {one: alone(words.alone), "one-table": alone(words.table_alone)};
    const byPlan = {plan: together(words.several), "plan-table": together(words.table_several)};
    const every = gist(allAsk);
    const rest = {same: every, all: every, weak: gist(words.weaker), none: gist(noneAsks)};
    for (const row of parts.flatMap((part) => part.rows)) {
      if (row.kind !== "skills" || !row.href) continue;
      const {kind, signs} = difference(row, sides, names);
      const first = signs.indexOf(words.has);
      const found = bySide[kind]?.[first] ?? byPlan[kind]?.get(planOf(sides[first])) ?? rest[kind];
      found?.areas.push([row.title, kind === "none" ? "" : anchorOf(row)]);
    }
    const told = [
      ...bySide.one,
      ...bySide["one-table"],
      ...byPlan.plan.values(),
      ...byPlan["plan-table"].values(),
      every,
      rest.weak,
      rest.none,
    ];
    return told.filter(({areas}) => areas.length);
  }

  function summary(sides) {
    const made = element("dl", "jz-facts jz-gists");
    for (const {who, areas} of gists(sides)) {
      const line = made.appendChild(element("div"));
      const name = line.appendChild(element("dt", "", `${who} `));
      name.append(element("span", "jz-count", String(areas.length)));
      const found = line.appendChild(element("dd"));
      for (const [place, [title, anchor]] of areas.entries()) {
        if (place) found.append("、");
        const link = found.appendChild(element(anchor ? "a" : "span", "", title));
        if (anchor) link.href = `#${anchor}`;
      }
    }
    return made;
  }

  /* The sheet */

  const PER_SIDE = ["", " 記号", " 補足"];
  const NOTHING = [null, null, null];

  /* The cells of a side in one line of a row; the first line says why there is nothing. */
  function triple(row, side, place) {
    const cell = cellOf(row, side);
    if (place && (cell === null || isNumber(cell))) return NOTHING;
    if (cell === null) {
      if (row.kind !== "skills" || !side.asks) return [words.undefined, null, null];
      return [words.unasked, null, unplacedWords(row, side) || null];
    }
    if (isNumber(cell)) return [cell, null, null];
    if (place >= cell.length) return NOTHING;
    const [text, , note, isInferred, mark, label] = cell[place];
    const notes = [label, note, isInferred ? words.inferred : ""].filter(Boolean);
    return [text, mark || null, notes.join("、") || null];
  }

  /* So many lines a row takes in the sheet. */
  function linesOf(row, sides) {
    return Math.max(1, ...sides.map((side) => cellOf(row, side)?.length ?? 1));
  }

  /* One thing to a line, one value to a cell; its first row is the head. */
  function sheet(sides) {
    const names = shortNames(sides);
    const perSide = ({plan, name}) => PER_SIDE.map((more) => `${plan} ${name}${more}`);
    const rows = [["見出し", words.corner, "違い", ...sides.flatMap(perSide)]];
    for (const part of parts) {
      for (const row of part.rows) {
        const {kind, said} = difference(row, sides, names);
        const told = kind === "none" ? words.nowhere : said || null;
        const lines = linesOf(row, sides);
        for (let place = 0; place < lines; place += 1) {
          const cells = sides.flatMap((side) => triple(row, side, place));
          rows.push([part.title, row.title, told, ...cells]);
        }
      }
    }
    return rows;
  }

  Object.assign(tools, {table, summary, sheet});
})();
