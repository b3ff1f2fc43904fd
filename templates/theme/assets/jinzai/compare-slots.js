/*
 * The pieces of a page that belong to one plan each: columns, rows, groups of rows, lines.
 *
 * A slot (`data-slot`) holds pieces of several plans (`data-plan`) after whatever else it has.
 * Pieces of plans that are not in the page come from their files (jinzai/render/compare/pieces.py), as
 * `<template data-slot="…">`. Pieces that are not shown are taken out of the page, not hidden, so
 * that columns stay columns.
 *
 * What is told of a slot follows it: `data-empty` is seen while the slot has no piece (the page has
 * it where it starts so, else it is made), `data-filled` while it has some, and the count in its
 * section's heading counts its plans.
 */
(function () {
  "use strict";

  var tools = window.jinzaiCompare;
  if (!tools) return;

  var slots = Object.create(null); /* by name: the element */
  var here = Object.create(null); /* by plan, what the page has: {slot: [element, …]} */
  var loaded = Object.create(null); /* the same of what came from the plan's file */
  var isFull = false; /* whether of plans that have both the file's pieces are shown */

  function add(all, id, slot, piece) {
    if (!all[id]) all[id] = Object.create(null);
    if (!all[id][slot]) all[id][slot] = [];
    all[id][slot].push(piece);
  }

  /* A cell in a row belongs to the plan of its column's head. */
  function nameCells(row) {
    var heads = row.closest("table").tHead.rows[0].cells;
    Array.prototype.forEach.call(row.cells, function (cell, place) {
      var id = heads[place].getAttribute("data-plan");
      if (id) cell.setAttribute("data-plan", id);
    });
  }

  function plansIn(parent) {
    return Array.prototype.filter.call(parent.children, function (child) {
      return child.hasAttribute("data-plan");
    });
  }

  /* What follows a slot, whatever signs are in its name. */
  function marked(kind, name) {
    return document.querySelectorAll("[" + kind + '="' + window.CSS.escape(name) + '"]');
  }

  /* The word in the place of a slot without pieces; a row always has other cells. */
  function sayWhenEmpty(slot, name) {
    if (slot.tagName === "TR" || marked("data-empty", name).length) return;
    var word = tools.element("p", "jz-empty", "並べた計画には、ありません。");
    word.setAttribute("data-empty", name);
    word.hidden = true;
    (slot.tagName === "TBODY" ? slot.closest(".jz-table-frame") : slot).after(word);
  }

  document.querySelectorAll("[data-slot]").forEach(function (element) {
    var name = element.getAttribute("data-slot");
    slots[name] = element;
    sayWhenEmpty(element, name);
    if (element.tagName === "TR") nameCells(element);
    plansIn(element).forEach(function (piece) {
      add(here, piece.getAttribute("data-plan"), name, piece);
    });
  });

  /* Takes in what a plan's file has for the slots of this page. */
  function take(id, html) {
    var holder = document.createElement("template");
    holder.innerHTML = html;
    loaded[id] = Object.create(null);
    holder.content.querySelectorAll("template[data-slot]").forEach(function (one) {
      var name = one.getAttribute("data-slot");
      if (!slots[name]) return;
      Array.prototype.slice.call(one.content.children).forEach(function (piece) {
        var own = document.importNode(piece, true);
        own.setAttribute("data-plan", id);
        add(loaded, id, name, own);
      });
    });
  }

  function follow(kind, name, isSeen) {
    marked(kind, name).forEach(function (element) {
      element.hidden = !isSeen;
    });
  }

  /* The heading's count is that of the slot which bears its name, or names it (`data-counts`). */
  function count(name, plans) {
    var heading = document.getElementById(slots[name].getAttribute("data-counts") || name);
    var found = heading && heading.querySelector(".jz-count");
    if (found) found.textContent = plans;
  }

  function piecesOf(id, name) {
    var found = (isFull && loaded[id]) || here[id] || loaded[id];
    return (found && found[name]) || [];
  }

  /* The first piece of a plan in a slot, or null. */
  function one(name, id) {
    return piecesOf(id, name)[0] || null;
  }

  /* The pieces of some plans in one slot, in the order of the plans. */
  function of(name, ids) {
    return ids.reduce(function (found, id) {
      return found.concat(piecesOf(id, name));
    }, []);
  }

  /* Puts the pieces of the plans into all slots, and takes those of others out. Whether they were
     chosen says whether what only a plan's file has is shown (`data-chosen`). */
  function put(ids, areChosen) {
    isFull = areChosen;
    document.querySelectorAll("[data-chosen]").forEach(function (element) {
      element.hidden = !areChosen;
    });
    document.querySelectorAll("[data-waiting]").forEach(function (element) {
      element.hidden = areChosen;
    });
    Object.keys(slots).forEach(function (name) {
      var slot = slots[name];
      var found = of(name, ids);
      plansIn(slot).forEach(function (piece) {
        piece.remove();
      });
      found.forEach(function (piece) {
        slot.appendChild(piece);
      });
      if (slot.tagName !== "TR") slot.hidden = !found.length;
      follow("data-empty", name, !found.length && ids.length > 0);
      follow("data-filled", name, found.length > 0);
      count(name, ids.filter(function (id) {
        return piecesOf(id, name).length > 0;
      }).length);
    });
  }

  window.jinzaiSlots = {
    take: take,
    of: of,
    one: one,
    put: put,
    isLoaded: function (id) {
      return id in loaded;
    },
  };
})();
