/*
 * The pieces of a page that belong to one plan each: columns, rows, groups of rows, lines.
 *
 * A slot holds pieces of several plans after whatever else it has. Pieces of plans that are not in
 * the page come from their files (jinzai/render/compare/pieces.py), as
 * `<template data-slot="…">`. Pieces that are not shown are taken out of the page, not hidden, so
 * that columns stay columns.
 *
 * Reads    data-slot, the name of a slot; data-plan, whose a piece is, or a column's head
 *          data-counts   of a slot: the id of the heading that counts its plans, if not its name
 *          data-empty    is seen while the slot that it names has no piece
 *          data-filled   is seen while the slot that it names has some
 *          data-chosen   is seen where the plans were chosen; data-waiting, where they were not
 *          data-issuers  of a cell that counts municipalities; data-issuer of a column's head
 * Writes   the pieces in their slots; data-plan of cells; hidden of slots and of what follows them;
 *          the count `.jz-count` in headings; a word where a slot has no data-empty
 * Stores   nothing
 * Without  it all pieces are seen that the page holds
 * Gives    jinzaiCompare.slots
 */
(() => {
  "use strict";

  const tools = window.jinzaiCompare;
  if (!tools) return;

  const slots = new Map(); /* the elements by name */
  const here = new Map(); /* what the page has: by plan, a map of its pieces by slot */
  const loaded = new Map(); /* the same of what came from the plan's file */
  let isFull = false; /* whether of plans that have both the file's pieces are shown */

  function add(all, id, name, piece) {
    if (!all.has(id)) all.set(id, new Map());
    const own = all.get(id);
    own.set(name, [...(own.get(name) ?? []), piece]);
  }

  /* A cell in a row belongs to the plan of its column's head. */
  function nameCells(row) {
    const heads = row.closest("table").tHead.rows[0].cells;
    for (const [place, cell] of [...row.cells].entries()) {
      const id = heads[place].dataset.plan;
      if (id) cell.dataset.plan = id;
    }
  }

  const piecesIn = (slot) => [...slot.children].filter((child) => child.dataset.plan !== undefined);

  /* What follows a slot, whatever signs are in its name. */
  const marked = (kind, name) => document.querySelectorAll(`[${kind}="${CSS.escape(name)}"]`);

  /* The word in the place of a slot without pieces; a row always has other cells. */
  function sayWhenEmpty(slot, name) {
    if (slot.tagName === "TR" || marked("data-empty", name).length) return;
    const word = tools.element("p", "jz-empty", tools.words.empty);
    word.dataset.empty = name;
    word.hidden = true;
    (slot.tagName === "TBODY" ? slot.closest(".jz-table-frame") : slot).after(word);
  }

  for (const slot of document.querySelectorAll("[data-slot]")) {
    const name = slot.dataset.slot;
    slots.set(name, slot);
    sayWhenEmpty(slot, name);
    if (slot.tagName === "TR") nameCells(slot);
    for (const piece of piecesIn(slot)) add(here, piece.dataset.plan, name, piece);
  }

  /* Takes in what a plan's file has for the slots of this page. */
  function take(id, html) {
    const holder = document.createElement("template");
    holder.innerHTML = html;
    loaded.set(id, new Map());
    for (const {dataset, content} of holder.content.querySelectorAll("template[data-slot]")) {
      if (!slots.has(dataset.slot)) continue;
      for (const child of content.children) {
        const piece = document.importNode(child, true);
        piece.dataset.plan = id;
        add(loaded, id, dataset.slot, piece);
      }
    }
  }

  function follow(kind, name, isSeen) {
    for (const element of marked(kind, name)) element.hidden = !isSeen;
  }

  /* The heading's count is that of the slot which bears its name, or names it. */
  function count(slot, name, plans) {
    const heading = document.getElementById(slot.dataset.counts ?? name);
    const found = heading?.querySelector(".jz-count");
    if (found) found.textContent = plans;
  }

  const counted = new Map(); /* what cells that count municipalities say of all plans */

  /* How many of the plans in a row ask for something (have a number in bold). Two plans of one
     municipality count once, templates do not. Before plans are chosen, all plans count. */
  function countIssuers(slot, found, areChosen) {
    const cell = slot.querySelector("[data-issuers]");
    if (!cell) return;
    if (!counted.has(cell)) counted.set(cell, [...cell.childNodes]);
    cell.replaceChildren(...counted.get(cell).map((node) => node.cloneNode(true)));
    if (!areChosen) return;
    const issuers = (pieces) => {
      const all = pieces.map((piece) => one("asking", piece.dataset.plan)?.dataset.issuer);
      return new Set(all.filter(Boolean)).size;
    };
    const asked = issuers(found.filter((piece) => piece.querySelector("b")));
    const total = issuers(found);
    const [shown, of] = cell.querySelectorAll("span");
    shown.textContent = asked;
    of.textContent = total;
    const share = total ? (100 * asked) / total : 0;
    cell.querySelector(".jz-length__fill").setAttribute("width", `${share}%`);
  }

  function piecesOf(id, name) {
    const found = (isFull && loaded.get(id)) || here.get(id) || loaded.get(id);
    return found?.get(name) ?? [];
  }

  /* The first piece of a plan in a slot, or null. */
  const one = (name, id) => piecesOf(id, name)[0] ?? null;

  /* The pieces of some plans in one slot, in the order of the plans. */
  const of = (name, ids) => ids.flatMap((id) => piecesOf(id, name));

  /* Puts the pieces of the plans into all slots, and takes those of others out. Whether they were
     chosen says whether what only a plan's file has is shown. */
  function put(ids, areChosen) {
    isFull = areChosen;
    for (const element of document.querySelectorAll("[data-chosen]")) element.hidden = !areChosen;
    for (const element of document.querySelectorAll("[data-waiting]")) element.hidden = areChosen;
    for (const [name, slot] of slots) {
      const found = of(name, ids);
      for (const piece of piecesIn(slot)) piece.remove();
      slot.append(...found);
      countIssuers(slot, found, areChosen);
      if (slot.tagName !== "TR") slot.hidden = !found.length;
      follow("data-empty", name, !found.length && ids.length > 0);
      follow("data-filled", name, found.length > 0);
      count(slot, name, ids.filter((id) => one(name, id)).length);
    }
  }

  tools.slots = {take, of, one, put, isLoaded: (id) => loaded.has(id)};
})();
