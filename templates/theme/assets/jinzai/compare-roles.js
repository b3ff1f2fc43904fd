/*
 * The table of classes by plans: turning it, and hiding classes without a role. Which plans it has
 * is compare-choose.js's.
 */
(function () {
  "use strict";

  var tools = window.jinzaiCompare;
  var slots = window.jinzaiSlots;
  var table = document.getElementById("jz-roles");
  if (!tools || !slots || !window.jinzaiChoose || !table) return;

  var element = tools.element;
  var FEW = 5; /* so many columns have room in a wide window */
  var turned = element("table", table.className); /* the other way round, made anew each time */
  var seen = table; /* which of the two is in the page */

  var classes = Array.prototype.map.call(table.tBodies[0].rows, function (row) {
    return {
      slot: row.getAttribute("data-slot"),
      name: row.cells[0].querySelector("a").textContent,
      row: row,
    };
  });

  function copy(cell, scope, label) {
    var made = element(scope ? "th" : "td");
    var nodes = cell ? cell.childNodes : [];
    Array.prototype.forEach.call(nodes, function (node) {
      made.appendChild(node.cloneNode(true));
    });
    if (scope) made.scope = scope;
    else made.setAttribute("data-label", label);
    return made;
  }

  function turnAround(ids, kept) {
    var top = element("tr");
    var first = top.appendChild(element("th", "", "計画"));
    first.scope = "col";
    kept.forEach(function (one) {
      top.appendChild(copy(one.row.cells[0], "col"));
    });
    var body = element("tbody");
    ids.forEach(function (id) {
      var line = body.appendChild(element("tr"));
      line.appendChild(copy(slots.one("plans", id), "row"));
      kept.forEach(function (one) {
        line.appendChild(copy(slots.one(one.slot, id), "", one.name));
      });
    });
    turned.replaceChildren(element("thead"), body);
    turned.tHead.appendChild(top);
  }

  function show(ids, told) {
    slots.put(ids, told.plans !== "");
    var kept = classes.filter(function (one) {
      var isKept = !told.hide || slots.of(one.slot, ids).some(function (cell) {
        return cell.querySelector(".jz-rolecard");
      });
      one.row.hidden = !isKept;
      return isKept;
    });
    var isTurned = Boolean(told.turn);
    if (isTurned) turnAround(ids, kept);
    table.classList.toggle("jz-beside--few", ids.length <= FEW);
    turned.classList.toggle("jz-beside--few", kept.length <= FEW);
    if (seen !== (isTurned ? turned : table)) {
      seen.replaceWith(isTurned ? turned : table);
      seen = isTurned ? turned : table;
    }
    var hidden = classes.length - kept.length;
    if (hidden) return "役割のない区分を" + tools.things(hidden) + "隠しています。";
    return told.hide ? "隠した区分はありません。" : "";
  }

  window.jinzaiChoose({
    tools: [
      {key: "turn", text: "行と列を入れ替える"},
      {key: "hide", text: "表示中のどの計画にも役割のない区分を隠す"},
    ],
    show: show,
  });
})();
