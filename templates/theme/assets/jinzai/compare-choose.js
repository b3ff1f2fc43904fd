/*
 * Choosing the plans that a page puts side by side: ticks for those in the page, or, where there
 * are too many for one page, for those of a prefecture.
 *
 * What is chosen stands in the address (`?plans=hirakata,toyonaka`), and is remembered for all
 * pages that compare plans. `jinzaiChoose(page)` makes the controls; the page's own script gives
 *   tools            check boxes of its own, {key: in the address, text},
 *   show(ids, told)  lays the chosen plans out; `told[key]` says whether a box is ticked. What it
 *                    returns is said after the number of plans.
 */
(function () {
  "use strict";

  var tools = window.jinzaiCompare;
  var slots = window.jinzaiSlots;
  if (!tools || !slots) return;

  var element = tools.element;
  var options = tools.options;

  window.jinzaiChoose = function (page) {
    var isOpen = Boolean(options.prefectures); /* more plans than the page has */
    var names = {}; /* by id: of the plans that can be shown */
    var order = []; /* their ids; those loaded later in the order of the asking */
    var chosen = [];
    var boxesOfPage = {};

    options.plans.forEach(function (one) {
      names[one[0]] = one[1];
      order.push(one[0]);
    });
    var first = order.slice(); /* what the page shows of itself */

    /* ---- The controls -------------------------------------------------------------------- */

    var controls = element("div", "jz-choose");
    controls.setAttribute("role", "group");
    controls.setAttribute("aria-label", "表の選択");
    var group = controls.appendChild(element("fieldset", "jz-choose__plans"));
    group.appendChild(element("legend", "", "比べる計画"));
    var near = null;
    if (isOpen) {
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
    page.tools.forEach(function (one) {
      boxesOfPage[one.key] = checkbox(bar, one.text);
      boxesOfPage[one.key].addEventListener("change", changed);
    });
    var reset = bar.appendChild(
      element("button", "jz-button", isOpen ? "はじめの表示に戻す" : "すべて表示に戻す")
    );
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

    /* Which plans can be ticked: those listed, and before them those chosen already. */
    function listBoxes(listed) {
      boxes.textContent = "";
      var before = chosen.filter(function (id) {
        return listed.every(function (one) {
          return one[0] !== id;
        });
      }).map(function (id) {
        return [id, names[id]];
      });
      before.concat(listed).forEach(function (one) {
        addBox(one[0], one[1]);
      });
      bound();
    }

    function listFirst() {
      listBoxes(first.map(function (id) {
        return [id, names[id]];
      }));
    }

    function bound() {
      boxes.querySelectorAll("input").forEach(function (box) {
        box.disabled = !box.checked && chosen.length >= options.most;
      });
    }

    /* ---- What is chosen ------------------------------------------------------------------ */

    function take(id, then) {
      function taken() {
        if (names[id] && chosen.indexOf(id) < 0 && chosen.length < options.most) chosen.push(id);
        chosen.sort(function (one, other) {
          return order.indexOf(one) - order.indexOf(other);
        });
        then();
      }
      if (names[id] || !isOpen) {
        taken();
        return;
      }
      /* The order is that of the asking: files may come in any. */
      if (order.indexOf(id) < 0) order.push(id);
      tools.cells(id, function (file) {
        if (file) {
          names[id] = file.name;
          slots.take(id, file.html);
        }
        taken();
      });
    }

    function leave(id) {
      chosen = chosen.filter(function (one) {
        return one !== id;
      });
      changed();
    }

    function isFirst() {
      return chosen.length === first.length && chosen.every(function (id, place) {
        return id === first[place];
      });
    }

    function told(more) {
      if (!chosen.length) return "計画を選ぶと、ここに表が出ます。";
      return (
        (isOpen ? "計画 " : order.length + "つの計画のうち") + chosen.length + "つを表示しています。" +
        (more || "") +
        (isOpen && chosen.length >= options.most
          ? "並べられるのは" + options.most + "までです。"
          : "")
      );
    }

    function show() {
      var ids = isFirst() ? "" : chosen.join(",") || "-";
      var values = {plans: ids};
      var isPlain = !ids;
      Object.keys(boxesOfPage).forEach(function (key) {
        values[key] = boxesOfPage[key].checked ? "1" : "";
        if (values[key]) isPlain = false;
      });
      status.textContent = told(page.show(chosen.slice(), values));
      bound();
      tools.tell(values);
      reset.hidden = isPlain;
      bar.hidden = isPlain && !page.tools.length;
      return ids;
    }

    function changed() {
      var ids = show();
      tools.remember("plans", ids === "-" ? "" : ids);
    }

    reset.addEventListener("click", function () {
      Object.keys(boxesOfPage).forEach(function (key) {
        boxesOfPage[key].checked = false;
      });
      chosen = first.slice();
      if (near) near.value = "";
      listFirst();
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

    /* ---- What the address says, else what was chosen last ---------------------------------- */

    function begin() {
      if (!chosen.length && !isNothing) chosen = first.slice();
      listFirst();
      show();
    }

    var query = new URLSearchParams(window.location.search);
    var isTold = query.has("plans") || Object.keys(boxesOfPage).some(function (key) {
      return query.has(key);
    });
    var asked = isTold ? query.get("plans") || "" : tools.recalled("plans");
    var isNothing = asked === "-";
    var wanted = asked.split(",").filter(tools.isId).slice(0, options.most);
    Object.keys(boxesOfPage).forEach(function (key) {
      boxesOfPage[key].checked = query.get(key) === "1";
    });
    tools.root.append(controls, status);

    var open = wanted.length;
    wanted.forEach(function (id) {
      take(id, function () {
        open -= 1;
        if (!open) begin();
      });
    });
    if (!wanted.length) begin();
  };
})();
