/*
 * Choosing the plans of the table of classes, turning it, and hiding classes without a role.
 *
 * Where one page holds all plans, their cells stand in the table (`#jz-roles`) and are only laid
 * out anew; else they are made of the plans' files, once a plan is chosen. What is chosen stands
 * in the address (`?plans=hirakata,toyonaka&turn=1&hide=1`), and is remembered.
 */
(function () {
  "use strict";

  var tools = window.jinzaiCompare;
  var table = document.getElementById("jz-roles");
  if (!tools || !table) return;

  var element = tools.element;
  var options = tools.options;
  var NO_ROLE = "この区分の役割はない";
  var FEW = 5; /* so many columns have room in a wide window */
  var corner = table.tHead.rows[0].cells[0].textContent;
  var plans = {}; /* by id: {name, head: nodes, cells: {class: nodes}, filled: [class, …]} */
  var order = []; /* the ids of the plans that can be shown */
  var chosen = []; /* those that are shown */

  /* ---- What the page has ----------------------------------------------------------------- */

  var classes = Array.prototype.slice.call(table.tBodies[0].rows).map(function (row) {
    var head = row.cells[0];
    return {
      key: row.getAttribute("data-class"),
      name: head.querySelector("a").textContent,
      head: Array.prototype.slice.call(head.childNodes),
      row: row,
    };
  });
  Array.prototype.slice.call(table.tHead.rows[0].cells, 1).forEach(function (head, number) {
    var plan = {
      name: head.textContent,
      head: Array.prototype.slice.call(head.childNodes),
      cells: {},
      filled: [],
    };
    classes.forEach(function (one) {
      var cell = one.row.cells[number + 1];
      plan.cells[one.key] = Array.prototype.slice.call(cell.childNodes);
      if (cell.querySelector(".jz-rolecard")) plan.filled.push(one.key);
    });
    plans[head.getAttribute("data-plan")] = plan;
    order.push(head.getAttribute("data-plan"));
  });

  /* ---- What a plan's file has (`Card` of jinzai/render/role_card.py) ------------------------ */

  function card(found, items) {
    var made = element("div", "jz-rolecard");
    tools.put(made.appendChild(element("p", "jz-rolecard__head")), items[found[0]]);
    made.append(" ");
    var facts = made.appendChild(element("dl"));
    function fact(name) {
      var line = facts.appendChild(element("div"));
      line.appendChild(element("dt", "", name));
      return line.appendChild(element("dd"));
    }
    found[1].forEach(function (said) {
      var value = fact(said[0]);
      said[1].forEach(function (place) {
        tools.put(value.appendChild(element("span", "jz-rolecard__fact")), items[place]);
      });
    });
    if (found[2]) fact(found[2]).appendChild(tools.badge("undefined", "未定義"));
    return made;
  }

  function planOf(id, file) {
    var link = element("a", "", file.name);
    link.href = "../" + id + "/index.html";
    var plan = {name: file.name, head: [link], cells: {}, filled: Object.keys(file.classes)};
    classes.forEach(function (one) {
      plan.cells[one.key] = (file.classes[one.key] || []).map(function (found) {
        return card(found, file.items);
      });
      if (!plan.cells[one.key].length) {
        plan.cells[one.key].push(element("span", "jz-lacks", NO_ROLE));
      }
    });
    return plan;
  }

  /* ---- The controls -------------------------------------------------------------------------- */

  var controls = element("div", "jz-choose");
  controls.setAttribute("role", "group");
  controls.setAttribute("aria-label", "表の選択");
  var group = controls.appendChild(element("fieldset", "jz-choose__plans"));
  group.appendChild(element("legend", "", "比べる計画"));
  var near = null;
  if (options.prefectures) {
    var label = group.appendChild(element("label", "", "都道府県 "));
    near = label.appendChild(element("select"));
    near.autocomplete = "off";
    near.add(new Option("選んでください", ""));
    options.prefectures.forEach(function (one) {
      near.add(new Option(one[1], one[0]));
    });
  }
  var boxes = group.appendChild(element("div", "jz-choose__boxes"));
  var bar = controls.appendChild(element("div", "jz-choose__tools"));
  var turn = checkbox(bar, "行と列を入れ替える");
  var hide = checkbox(bar, "表示中のどの計画にも役割のない区分を隠す");
  var reset = bar.appendChild(element("button", "jz-button", "すべて表示に戻す"));
  reset.type = "button";
  var status = element("p", "jz-choose__status");
  status.setAttribute("role", "status");

  function checkbox(parent, text) {
    var label = parent.appendChild(element("label", "jz-check"));
    var box = label.appendChild(element("input"));
    box.type = "checkbox";
    box.autocomplete = "off";
    label.append(" " + text);
    return box;
  }

  function addBox(id, name) {
    var box = checkbox(boxes, name);
    box.value = id;
    box.checked = chosen.indexOf(id) >= 0;
    box.addEventListener("change", function () {
      if (!box.checked) {
        leave(id);
        return;
      }
      take(id, function () {
        box.checked = chosen.indexOf(id) >= 0;
        changed();
      });
    });
  }

  /* Which plans can be ticked: all, or those of the prefecture and those chosen before. */
  function listBoxes(found) {
    boxes.textContent = "";
    var before = chosen.filter(function (id) {
      return found.every(function (one) {
        return one[0] !== id;
      });
    }).map(function (id) {
      return [id, plans[id].name];
    });
    before.concat(found).forEach(function (one) {
      addBox(one[0], one[1]);
    });
    bound();
  }

  function bound() {
    boxes.querySelectorAll("input").forEach(function (box) {
      box.disabled = !box.checked && chosen.length >= options.most;
    });
  }

  /* ---- What is chosen -------------------------------------------------------------------------- */

  function take(id, then) {
    function taken() {
      if (plans[id] && chosen.indexOf(id) < 0 && chosen.length < options.most) chosen.push(id);
      chosen.sort(function (one, other) {
        return order.indexOf(one) - order.indexOf(other);
      });
      then();
    }
    if (plans[id] || !near) {
      taken();
      return;
    }
    /* The order is that of the asking: files may come in any. */
    if (order.indexOf(id) < 0) order.push(id);
    tools.plan(id, function (file) {
      if (file) plans[id] = planOf(id, file);
      taken();
    });
  }

  function leave(id) {
    chosen = chosen.filter(function (one) {
      return one !== id;
    });
    changed();
  }

  /* ---- The table ------------------------------------------------------------------------------- */

  function clones(nodes) {
    return nodes.map(function (node) {
      return node.cloneNode(true);
    });
  }

  function head(scope, nodes) {
    var made = element("th");
    made.scope = scope;
    made.append.apply(made, clones(nodes));
    return made;
  }

  function cell(plan, one, isTurned) {
    var made = element("td");
    made.setAttribute("data-label", isTurned ? one.name : plan.name);
    made.append.apply(made, clones(plan.cells[one.key]));
    return made;
  }

  function layOut() {
    var isTurned = turn.checked;
    var columns = chosen.map(function (id) {
      return plans[id];
    });
    var kept = classes.filter(function (one) {
      return !hide.checked || columns.some(function (plan) {
        return plan.filled.indexOf(one.key) >= 0;
      });
    });
    var top = element("tr");
    var first = top.appendChild(element("th", "", isTurned ? "計画" : corner));
    first.scope = "col";
    (isTurned ? kept : columns).forEach(function (one) {
      top.appendChild(head("col", one.head));
    });
    var body = element("tbody");
    (isTurned ? columns : kept).forEach(function (one) {
      var line = body.appendChild(element("tr"));
      line.appendChild(head("row", one.head));
      (isTurned ? kept : columns).forEach(function (other) {
        line.appendChild(isTurned ? cell(one, other, true) : cell(other, one, false));
      });
    });
    table.classList.toggle("jz-beside--few", top.cells.length <= FEW + 1);
    table.tHead.replaceChildren(top);
    table.tBodies[0].replaceWith(body);
    status.textContent = words(classes.length - kept.length);
  }

  function words(hidden) {
    if (!chosen.length) return "計画を選ぶと、ここに表が出ます。";
    return (
      (near ? "計画 " : order.length + "つの計画のうち") + chosen.length + "つを表示しています。" +
      (hidden
        ? "役割のない区分 " + hidden + "つを隠しています。"
        : hide.checked ? "隠した区分はありません。" : "") +
      (chosen.length >= options.most && near
        ? "並べられるのは" + options.most + "までです。"
        : "")
    );
  }

  function changed() {
    layOut();
    bound();
    var isAll = !near && chosen.length === order.length;
    var ids = isAll ? "" : chosen.join(",") || "-";
    tools.tell({
      plans: near && ids === "-" ? "" : ids,
      turn: turn.checked ? "1" : "",
      hide: hide.checked ? "1" : "",
    });
    tools.remember("plans", ids === "-" ? "" : ids);
    reset.hidden = isAll && !turn.checked && !hide.checked;
  }

  turn.addEventListener("change", changed);
  hide.addEventListener("change", changed);
  reset.addEventListener("click", function () {
    turn.checked = hide.checked = false;
    chosen = near ? [] : order.slice();
    boxes.querySelectorAll("input").forEach(function (box) {
      box.checked = !near;
    });
    changed();
    group.querySelector("input, select").focus();
  });
  if (near) {
    near.addEventListener("change", function () {
      var code = near.value;
      if (!code) return;
      tools.prefecture(code, function (found) {
        if (near.value === code) listBoxes(found || []);
      });
    });
  }

  /* ---- What the address says, else what was chosen last ----------------------------------------- */

  var query = new URLSearchParams(window.location.search);
  var isTold = query.has("plans") || query.has("turn") || query.has("hide");
  var asked = isTold ? query.get("plans") || "" : tools.recalled("plans");
  var wanted = asked.split(",").filter(tools.isId).slice(0, options.most);
  turn.checked = query.get("turn") === "1";
  hide.checked = query.get("hide") === "1";
  if (!near && !asked) wanted = order;
  tools.root.append(controls, status);

  function begin() {
    listBoxes(order.map(function (id) {
      return [id, plans[id].name];
    }));
    changed();
  }

  var open = wanted.length;
  wanted.forEach(function (id) {
    take(id, function () {
      open -= 1;
      if (!open) begin();
    });
  });
  if (!wanted.length) begin();
})();
