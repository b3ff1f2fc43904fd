/*
 * The controls for choosing plans: a box for each plan of the list, or, where there are too many
 * for one list, for each of a prefecture; and what is said of the choice.
 *
 * `jinzaiChoose(page)` makes them, the page's own script gives
 *   tools            check boxes of its own, {key: in the address, text},
 *   show(ids, told)  lays the chosen plans out; `told[key]` says whether a box is ticked. What it
 *                    returns is said after the number of plans.
 */
(function () {
  "use strict";

  var tools = window.jinzaiCompare;
  var reader = window.jinzaiReader;
  if (!tools || !window.jinzaiPlans) return;

  var element = tools.element;
  var options = tools.options;
  /* Whether the page has all plans that can be chosen. */
  var isWhole = !options.prefectures && options.here.length === options.plans.length;

  window.jinzaiChoose = function (page) {
    var isStarted = false;
    var listed = options.plans; /* [id, name] of the boxes' plans */
    var notice = ""; /* what became of the list */

    var controls = element("div", "jz-choose");
    controls.setAttribute("role", "group");
    controls.setAttribute("aria-label", "表の選択");
    var group = controls.appendChild(element("fieldset", "jz-choose__plans"));
    group.appendChild(element("legend", "", "比べる計画"));
    var near = options.prefectures ? prefectureChoice() : null;
    var boxes = group.appendChild(element("div", "jz-choose__boxes"));
    var bar = controls.appendChild(element("div", "jz-choose__tools"));
    var own = {};
    page.tools.forEach(function (one) {
      own[one.key] = tools.checkbox(bar, one.text);
      own[one.key].checked = reader.asked(one.key) === "1";
      own[one.key].addEventListener("change", changed);
    });
    var reset = bar.appendChild(
      tools.button(isWhole ? "すべて表示に戻す" : "はじめの表示に戻す")
    );
    var clear = bar.appendChild(tools.button("すべて外す"));
    var status = element("p", "jz-choose__status");
    status.setAttribute("role", "status");

    function prefectureChoice() {
      var label = group.appendChild(element("label", "", "都道府県 "));
      var select = label.appendChild(element("select"));
      select.autocomplete = "off";
      select.add(new Option("選んでください", ""));
      options.prefectures.forEach(function (one) {
        select.add(new Option(one[1], one[0]));
      });
      select.addEventListener("change", function () {
        var code = select.value;
        if (!code) return;
        tools.prefecture(code, function (found) {
          if (select.value !== code) return;
          var name = select.options[select.selectedIndex].text;
          notice = found
            ? name + "の計画を" + tools.things(found.length) + "出しました。"
            : name + "の計画の一覧を読み込めませんでした。選び直すと、もう一度読み込みます。";
          if (found) list(found);
          else select.value = "";
          changed();
        });
      });
      return select;
    }

    /* The boxes: those listed, and before them those wanted that are not */

    function addBox(id, name) {
      var box = tools.checkbox(boxes, name);
      box.value = id;
      box.addEventListener("change", function () {
        notice = "";
        plans.set(id, box.checked);
      });
    }

    function list(found) {
      listed = found;
      boxes.textContent = "";
      plans.shown().filter(function (id) {
        return listed.every(function (one) {
          return one[0] !== id;
        });
      }).map(function (id) {
        return [id, plans.name(id)];
      }).concat(listed).forEach(function (one) {
        addBox(one[0], one[1]);
      });
    }

    /* A plan that came after the list was made has no box yet. */
    function tick() {
      var found = Array.prototype.slice.call(boxes.querySelectorAll("input"));
      var isMissing = plans.shown().some(function (id) {
        return found.every(function (box) {
          return box.value !== id;
        });
      });
      if (isMissing) {
        list(listed);
        tick();
        return;
      }
      found.forEach(function (box) {
        box.checked = plans.isWanted(box.value);
        box.disabled = !box.checked && plans.isFull();
      });
    }

    /* What is said and shown */

    function words(ids, more) {
      var said = [];
      if (!ids.length && !plans.coming()) said.push("計画を選ぶと、ここに表が出ます。");
      else if (options.prefectures) said.push("計画を" + tools.things(ids.length) + "表示しています。");
      else {
        said.push(
          tools.things(options.plans.length) + "の計画のうち" + tools.things(ids.length) +
            "を表示しています。"
        );
      }
      if (plans.isRecalled()) said.push("前に選んだ計画です。");
      if (ids.length) said.push(more || "");
      if (plans.coming()) said.push(tools.things(plans.coming()) + "を読み込んでいます。");
      if (plans.lost().length) {
        said.push(tools.named(plans.lost()) + "は、見つからないか読み込めませんでした。");
      }
      said.push(tools.surplus(plans.over(), plans.isCut()));
      if (!isWhole && plans.isFull()) {
        said.push("並べられるのは" + tools.things(options.most) + "までです。");
      }
      return said.concat(notice).join("");
    }

    function changed() {
      if (!isStarted) return;
      var values = {plans: plans.asked()};
      var isPlain = !values.plans;
      Object.keys(own).forEach(function (key) {
        values[key] = own[key].checked ? "1" : "";
        if (values[key]) isPlain = false;
      });
      var ids = plans.shown();
      if (options.details && (values.plans || values.full)) plans.complete();
      status.textContent = words(ids, page.show(ids, values));
      tick();
      reader.tell(values);
      window.dispatchEvent(new Event("resize")); /* for what depends on a table's width */
      reset.hidden = isPlain;
      clear.hidden = !ids.length;
    }

    reset.addEventListener("click", function () {
      Object.keys(own).forEach(function (key) {
        own[key].checked = false;
      });
      notice = "";
      if (near) near.value = "";
      list(options.plans);
      plans.reset();
      group.querySelector("input, select").focus();
    });

    clear.addEventListener("click", function () {
      notice = "";
      plans.clear();
      group.querySelector("input, select").focus();
    });

    var plans = window.jinzaiPlans(changed);
    tools.root.append(controls, status);
    isStarted = true;
    list(options.plans);
    changed();
  };
})();
