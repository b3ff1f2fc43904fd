/*
 * Choosing two to four roles, or levels of roles, of any plans, and what can be done with the
 * comparison: folding what is equal, printing, saving it as .xlsx or CSV.
 *
 * The sides stand in the address (`?r=toyonaka/leader,hirakata/dx-leader@level-3`), and are
 * remembered. The table is compare-table.js's.
 */
(function () {
  "use strict";

  var tools = window.jinzaiCompare;
  var reader = window.jinzaiReader;
  if (!tools || !tools.table) return;

  var element = tools.element;
  var options = tools.options;
  var LEAST = 2;
  var PLACES = ["1つ目", "2つ目", "3つ目", "4つ目"];
  var CSV_FORMULA = /^'*[=+\-@\t\r\n\0＝＋－＠]/;

  var slots = []; /* {frame, prefecture, plan, role, key, side} */

  /* The controls */

  var controls = element("div", "jz-choose");
  controls.setAttribute("role", "group");
  controls.setAttribute("aria-label", "比べる役割の選択");
  var places = controls.appendChild(element("div", "jz-choose__sides"));
  var add = controls.appendChild(tools.button("比べる役割を加える"));
  var bar = element("div", "jz-choose__tools");
  var fold = tools.checkbox(bar, "同じ数・同じ強さで求める行をたたむ");
  var xlsx = tools.button("表計算ファイル（.xlsx）に保存");
  var csv = tools.button("CSVに保存");
  var print = tools.button("印刷（A3横）");
  bar.append(xlsx, csv, print);
  var status = element("p", "jz-choose__status");
  status.setAttribute("role", "status");
  var result = element("div", "");

  function select(frame, name) {
    var label = frame.appendChild(element("label", "", name));
    var made = label.appendChild(element("select"));
    made.autocomplete = "off";
    return made;
  }

  function fill(list, first, choices) {
    list.textContent = "";
    list.add(new Option(first, ""));
    choices.forEach(function (choice) {
      list.add(new Option(choice[1], choice[0]));
    });
    list.disabled = !choices.length;
  }

  function addSlot() {
    var slot = {key: "", side: null, prefecture: null};
    slot.frame = places.appendChild(element("fieldset", "jz-choose__side"));
    slot.legend = slot.frame.appendChild(element("legend"));
    if (options.prefectures) {
      slot.prefecture = select(slot.frame, "都道府県");
      fill(slot.prefecture, "選んでください", options.prefectures);
      slot.prefecture.addEventListener("change", function () {
        setKey(slot, "");
        fill(slot.plan, "選んでください", []);
        fill(slot.role, "選んでください", []);
        choosePrefecture(slot, slot.prefecture.value, changed);
      });
    }
    slot.plan = select(slot.frame, "計画");
    slot.role = select(slot.frame, "役割・レベル");
    fill(slot.plan, "選んでください", options.plans || []);
    fill(slot.role, "選んでください", []);
    slot.plan.addEventListener("change", function () {
      setKey(slot, "");
      fill(slot.role, "選んでください", []);
      choosePlan(slot, slot.plan.value, changed);
    });
    slot.role.addEventListener("change", function () {
      setKey(slot, slot.role.value);
      changed();
    });
    slot.remove = slot.frame.appendChild(tools.button("外す"));
    slot.remove.addEventListener("click", function () {
      slots.splice(slots.indexOf(slot), 1);
      slot.frame.remove();
      changed();
      slots[0].plan.focus();
    });
    slots.push(slot);
    number();
    return slot;
  }

  function number() {
    slots.forEach(function (slot, place) {
      slot.legend.textContent = PLACES[place];
      slot.remove.hidden = slots.length <= LEAST;
      slot.remove.setAttribute("aria-label", PLACES[place] + "を外す");
    });
    add.hidden = slots.length >= options.most;
  }

  /* What is chosen */

  function choosePrefecture(slot, code, then) {
    if (!code) {
      then();
      return;
    }
    tools.prefecture(code, function (plans) {
      if (slot.prefecture.value !== code) return;
      fill(slot.plan, "選んでください", plans || []);
      then();
    });
  }

  function choosePlan(slot, id, then) {
    if (!id) {
      then();
      return;
    }
    tools.plan(id, function (plan) {
      if (slot.plan.value !== id) return;
      slot.known = plan;
      fill(slot.role, "選んでください", plan ? plan.sides.map(function (side) {
        return [side.key, (side.key.indexOf("@") < 0 ? "" : "　") + side.name];
      }) : []);
      then();
    });
  }

  function setKey(slot, key) {
    slot.key = key;
    slot.side = null;
    if (!key || !slot.known) return;
    slot.known.sides.forEach(function (side) {
      if (side.key !== key) return;
      slot.side = Object.assign({plan: slot.known.name, items: slot.known.items}, side);
    });
  }

  /* Whether a text can name a side: `toyonaka/leader`, `hirakata/dx-leader@level-3`. */
  function isSide(text) {
    return /^[^/@]+\/[^/@]+(@[^/@]+)?$/.test(text) && text.split(/[/@]/).every(tools.isId);
  }

  /* Puts a side from the address into a slot; `then` gets whether there is such a side. */
  function choose(slot, key, then) {
    var id = key.split("/")[0];
    tools.plan(id, function (plan) {
      if (!plan) {
        then(false);
        return;
      }
      function chosen() {
        slot.plan.value = id;
        if (slot.plan.value !== id) {
          then(false); /* the prefecture's list did not come */
          return;
        }
        choosePlan(slot, id, function () {
          slot.role.value = key;
          setKey(slot, slot.role.value);
          then(Boolean(slot.side));
        });
      }
      if (slot.prefecture) {
        slot.prefecture.value = plan.prefecture;
        choosePrefecture(slot, plan.prefecture, chosen);
      } else {
        chosen();
      }
    });
  }

  /* Each side once, in the order of the slots. */
  function sidesNow() {
    var keys = {};
    return slots.filter(function (slot) {
      if (!slot.side || keys["/" + slot.key]) return false;
      keys["/" + slot.key] = true;
      return true;
    }).map(function (slot) {
      return slot.side;
    });
  }

  /* Shows the comparison; `told` is said before what the page shows. */
  function show(told) {
    number();
    var sides = sidesNow();
    var twice = slots.filter(function (slot) {
      return slot.side;
    }).length > sides.length;
    result.textContent = "";
    bar.hidden = sides.length < LEAST;
    if (sides.length >= LEAST) {
      var frame = element("div", "jz-beside-frame");
      frame.setAttribute("role", "region");
      frame.setAttribute("aria-label", "役割の比較");
      frame.tabIndex = 0;
      frame.appendChild(tools.table(sides, fold.checked));
      result.append(tools.summary(sides), frame);
    }
    status.textContent =
      told +
      (twice ? "同じ役割が2回選ばれています。1つとして並べます。" : "") +
      (sides.length < LEAST
        ? "あと" + (LEAST - sides.length) + "つ選ぶと、ここに比較が出ます。"
        : sides.map(function (side) {
            return side.plan + "の" + side.name;
          }).join("と、") + "を比べています。");
  }

  function changed() {
    show("");
    var keys = sidesNow().map(function (side) {
      return side.key;
    }).join(",");
    reader.tell({r: keys, all: fold.checked ? "" : "1"});
    if (keys) reader.remember("sides", keys);
  }

  /* Saving */

  function save(name, type, bytes) {
    var link = element("a");
    link.href = URL.createObjectURL(new Blob([bytes], {type: type}));
    link.download = name;
    document.body.appendChild(link);
    link.click();
    link.remove();
    window.setTimeout(function () {
      URL.revokeObjectURL(link.href);
    }, 60000);
  }

  /* As jinzai/export/csv_file.py writes: only a text can become a formula. */
  function csvCell(value) {
    if (value === null) return "";
    if (typeof value === "number") return String(value);
    var text = value.length > 1 && CSV_FORMULA.test(value) ? "'" + value : value;
    return /[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }

  /* `yakuwari-toyonaka-leader--hirakata-dx-leader-level-3` */
  function nameOf(sides) {
    return "yakuwari-" + sides.map(function (side) {
      return side.key.replace(/[/@]/g, "-");
    }).join("--");
  }

  function about(sides) {
    var lines = [
      ["この表は", document.title],
      ["比べたもの", sides.map(function (side) {
        return side.plan + " " + side.name;
      }).join("、")],
    ];
    /* The address of a file on a disk leads nobody else anywhere. */
    if (/^https?:$/.test(window.location.protocol)) {
      sides.forEach(function (side) {
        lines.push([side.plan + " " + side.name, new URL(side.href, window.location.href).href]);
      });
      lines.push(["この比較のアドレス", window.location.href]);
    }
    lines.push(["保存した日", new Date().toLocaleDateString("ja-JP")]);
    return lines.concat([
      ["領域", "スキルは名前ではなく共通の領域で並べています。対応づけは編集者の判断（推定）です。"],
      ["未定義", "計画が定めていない、または示していない。"],
      ["求めていない", "その計画はスキルを定めているが、この領域には何も求めていない。" +
        "領域に置いていないスキルがあるときは、補足にその数を書いている。"],
      ["推定", "計画に明記されず、編集者が読み取ったこと。"],
      ["空欄", "その行に、それ以上の項目がない。同じ行に並ぶスキルどうしは、対応するものとは限らない。"],
      ["記号", "計画の表の印。意味は補足に書いている。"],
      ["枠組みのほうが広い・狭い", "計画の項目が共通の領域の一部である・領域をはみ出す。"],
      ["土台の「…」から、細分の「…」から", "別の役割から受け継ぐもの、分けた役割のもの。"],
    ]);
  }

  xlsx.addEventListener("click", function () {
    var sides = sidesNow();
    var widths = [22, 26, 16];
    sides.forEach(function () {
      widths.push(34, 7, 24);
    });
    var sheets = [
      {name: "比較", widths: widths, frozen: [1, 3], rows: tools.sheet(sides)},
      {name: "この表について", widths: [16, 90], frozen: [0, 0], rows: about(sides)},
    ];
    var type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    save(nameOf(sides) + ".xlsx", type, window.jinzaiXlsx(sheets));
  });
  csv.addEventListener("click", function () {
    var sides = sidesNow();
    var lines = tools.sheet(sides).map(function (row) {
      return row.map(csvCell).join(",") + "\r\n";
    });
    save(nameOf(sides) + ".csv", "text/csv;charset=utf-8", "\ufeff" + lines.join(""));
  });
  print.addEventListener("click", function () {
    window.print();
  });
  add.addEventListener("click", function () {
    addSlot().plan.focus();
  });
  fold.addEventListener("change", changed);

  /* What the address says, else what was chosen last */

  var isAsked = reader.asked("r") !== "";
  var given = reader.askedIds("r", isSide);
  var asked = isAsked ? given.ids : reader.recalledIds("sides", isSide);
  var wanted = asked.slice(0, options.most);
  var missing = given.isMixed;
  var open = wanted.length;

  function allCame() {
    changed();
    if (!isAsked) return;
    show(
      (missing ? "アドレスにある役割のうち、見つからないものがあります。" : "") +
        tools.surplus(asked.slice(options.most), given.isCut)
    );
  }

  fold.checked = reader.asked("all") !== "1";
  while (slots.length < Math.max(LEAST, wanted.length)) addSlot();
  tools.root.append(controls, status, bar, result);
  show("");
  if (isAsked && !open) allCame();
  wanted.forEach(function (key, place) {
    choose(slots[place], key, function (isThere) {
      open -= 1;
      missing = missing || !isThere;
      if (!open) allCame();
    });
  });
})();
