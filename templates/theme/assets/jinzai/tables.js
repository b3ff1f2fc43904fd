/*
 * Choosing and sorting rows of an index (`table[data-jz-index]`, one to a page). The table is
 * complete without this script.
 *
 * What it is told by attributes (jinzai/render/page/facets.py, templates/page/facets.html):
 *
 *   table  data-jz-index   what a row is: 研修
 *          data-facets     JSON: [{key, label, choices: [[id, name], …]}, …]
 *   th     data-sort       the key of a column that sorts, data-up and data-down name the orders
 *   tr     data-in-<key>   the ids of a facet that the row belongs to, separated by spaces
 *   td     data-order      the row's place in the order of its column; without it, last
 *
 * What is chosen stands in the address (`?role=dx-leader&sort=-hours`), so that it can be sent on
 * and stays after a reload. Texts become text nodes only.
 */
(function () {
  "use strict";

  var table = document.querySelector("table[data-jz-index]");
  if (!table) return;

  var reader = window.jinzaiReader;
  var noun = table.getAttribute("data-jz-index");
  var body = table.tBodies[0];
  var rows = Array.prototype.slice.call(body.rows);
  var facets = JSON.parse(table.getAttribute("data-facets"));
  var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
  var columns = heads.filter(function (head) {
    return head.hasAttribute("data-sort");
  });
  var orders = [["", "計画の順"]];
  columns.forEach(function (head) {
    var key = head.getAttribute("data-sort");
    orders.push([key, head.getAttribute("data-up")]);
    orders.push(["-" + key, head.getAttribute("data-down")]);
  });

  function element(name, className, text) {
    var made = document.createElement(name);
    made.className = className;
    made.textContent = text || "";
    return made;
  }

  var controls = element("div", "jz-filter");
  controls.setAttribute("role", "group");
  controls.setAttribute("aria-label", noun + "の絞り込みと並べ替え");
  var selects = Object.create(null);

  function addSelect(key, label, choices) {
    var frame = controls.appendChild(element("div", "jz-filter__choice"));
    var name = frame.appendChild(element("label", "", label));
    var select = frame.appendChild(element("select", ""));
    select.id = name.htmlFor = "jz-filter-" + key;
    select.name = key;
    select.autocomplete = "off";
    choices.forEach(function (choice) {
      select.add(new Option(choice[1], choice[0]));
    });
    selects[key] = select;
  }

  facets.forEach(function (facet) {
    addSelect(facet.key, facet.label, [["", "すべて"]].concat(facet.choices));
  });
  addSelect("sort", "並び順", orders);
  var result = element("div", "jz-filter__result");
  var status = result.appendChild(element("p", ""));
  status.setAttribute("role", "status");
  var reset = result.appendChild(element("button", "jz-button", "条件を消す"));
  reset.type = "button";

  function belongs(row) {
    return facets.every(function (facet) {
      var wanted = selects[facet.key].value;
      var ids = (row.getAttribute("data-in-" + facet.key) || "").split(" ");
      return !wanted || ids.indexOf(wanted) >= 0;
    });
  }

  function place(row, column) {
    var order = row.cells[column].getAttribute("data-order");
    return order === null ? null : Number(order);
  }

  function sorted(sort) {
    if (!sort) return rows;
    var down = sort.charAt(0) === "-";
    var column = heads.findIndex(function (head) {
      return head.getAttribute("data-sort") === sort.slice(down ? 1 : 0);
    });
    return rows.slice().sort(function (one, other) {
      var a = place(one, column);
      var b = place(other, column);
      if (a === null || b === null) return (a === null) - (b === null);
      return down ? b - a : a - b;
    });
  }

  function show() {
    var sort = selects.sort.value;
    var shown = 0;
    rows.forEach(function (row) {
      row.hidden = !belongs(row);
      if (!row.hidden) shown += 1;
    });
    sorted(sort).forEach(function (row) {
      body.appendChild(row);
    });
    columns.forEach(function (head) {
      var key = head.getAttribute("data-sort");
      if (sort.replace("-", "") !== key) head.removeAttribute("aria-sort");
      else head.setAttribute("aria-sort", sort === key ? "ascending" : "descending");
    });
    var narrowed = facets.some(function (facet) {
      return selects[facet.key].value;
    });
    reset.hidden = !narrowed && !sort;
    status.textContent =
      (!narrowed
        ? noun + " " + rows.length + "件をすべて表示しています。"
        : shown
          ? noun + " " + rows.length + "件のうち、" + shown + "件を表示しています。"
          : "この条件に合う" + noun + "はありません。条件を減らしてください。") +
      (sort ? "並び順は「" + selects.sort.selectedOptions[0].text + "」です。" : "");
  }

  function change() {
    show();
    var values = Object.create(null);
    Object.keys(selects).forEach(function (key) {
      values[key] = selects[key].value;
    });
    reader.tell(values);
  }

  columns.forEach(function (head) {
    var key = head.getAttribute("data-sort");
    var button = element("button", "jz-sort", head.textContent);
    button.type = "button";
    button.addEventListener("click", function () {
      var now = selects.sort.value;
      selects.sort.value = now === key ? "-" + key : now === "-" + key ? "" : key;
      change();
    });
    head.textContent = "";
    head.appendChild(button);
  });
  controls.addEventListener("change", change);
  reset.addEventListener("click", function () {
    Object.keys(selects).forEach(function (key) {
      selects[key].value = "";
    });
    change();
    controls.querySelector("select").focus();
  });

  /* What the address says; what it says and the table does not have, selects refuse. */
  Object.keys(selects).forEach(function (key) {
    selects[key].value = reader.asked(key);
    if (selects[key].selectedIndex < 0) selects[key].value = "";
  });
  table.parentNode.insertBefore(controls, table);
  table.parentNode.insertBefore(result, table);
  show();
})();
