/*
 * What the comparing scripts share: the plans' files, and how one thing of them is shown.
 *
 * `#jz-compare` tells by JSON in `data-compare` where the files are (jinzai/render/page/data_script.py).
 * A file is a script that calls `jinzaiPlan(id, plan)`, `jinzaiCells(id, cells)` or
 * `jinzaiPrefecture(code, plans)`; it is loaded once, when it is needed. Texts become text nodes
 * only; cells are HTML that the site's own templates wrote, escaped like a page's.
 *
 * A thing (`ComparedItem`) is a list: text, href, note, inferred, mark, label,
 * style, state; what is empty at its end is left out.
 */
(function () {
  "use strict";

  var root = document.getElementById("jz-compare");
  if (!root) return;

  var options = JSON.parse(root.getAttribute("data-compare"));
  var come = Object.create(null); /* what a file handed over, by its address */
  var waiting = Object.create(null); /* who waits for it */
  var LONGEST_ID = 64;

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  /* Null, for what cannot be loaded, is not kept: who asks again tries again. */
  function arrived(file, value) {
    if (value) come[file] = value;
    var asking = waiting[file] || [];
    delete waiting[file];
    asking.forEach(function (then) {
      then(value);
    });
  }

  /* Calls `then` with what the file hands over, or with null where it cannot be loaded. */
  function load(file, then) {
    if (file in come) {
      then(come[file]);
      return;
    }
    if (waiting[file]) {
      waiting[file].push(then);
      return;
    }
    waiting[file] = [then];
    var script = document.createElement("script");
    script.src = file;
    /* A server may answer with something that is no such script. */
    script.onload = script.onerror = function () {
      if (waiting[file]) arrived(file, null);
    };
    document.head.appendChild(script);
  }

  window.jinzaiPlan = function (id, plan) {
    arrived(options.files + id + ".js", plan);
  };
  window.jinzaiCells = function (id, cells) {
    arrived(options.cellFiles + id + ".js", cells);
  };
  window.jinzaiPrefecture = function (code, plans) {
    arrived(options.prefectureFiles + code + ".js", plans);
  };

  /* An id as jinzai/model/words.py has it. It leads to a file, so nothing else may. */
  function isId(text) {
    return text.length <= LONGEST_ID && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
  }

  /* A number of things as it is read out: 6つ, 12件. */
  function things(number) {
    return number > 0 && number < 10 ? number + "つ" : number + "件";
  }

  /* Some ids in a message: the first by their names, the others counted. */
  function named(ids) {
    var most = window.jinzaiReader.most.named;
    var more = ids.length > most ? "ほか" + things(ids.length - most) : "";
    return "「" + ids.slice(0, most).join("」「") + "」" + more;
  }

  /* What is said of what was asked for beyond the most: ids, and whether not all was read. */
  function surplus(ids, isCut) {
    return (ids.length ? named(ids) + "は、多すぎるため並べていません。" : "") +
      (isCut ? "アドレスが長すぎるため、はじめの部分だけを読みました。" : "");
  }

  function button(text) {
    var made = element("button", "jz-button", text);
    made.type = "button";
    return made;
  }

  /* A box with its words, put into `parent`; gives the box. */
  function checkbox(parent, text) {
    var label = parent.appendChild(element("label", "jz-check"));
    var box = label.appendChild(element("input"));
    box.type = "checkbox";
    box.autocomplete = "off";
    label.append(" " + text);
    return box;
  }

  function badge(kind, text) {
    return element("span", "jz-badge jz-badge--" + kind, text);
  }

  function shown(text, href, state) {
    if (state === "not-applicable") return badge("na", text);
    if (state === "blank") return element("span", "jz-blank", text);
    if (state) return badge("undefined", text);
    if (!href) return document.createTextNode(text);
    var link = element("a", "", text);
    link.href = href;
    return link;
  }

  /* One thing, put into `parent`. */
  function put(parent, thing) {
    var mark = thing[4];
    if (mark) {
      var sign = element("b", "jz-mark jz-mark--" + thing[6], mark);
      sign.setAttribute("role", "img");
      sign.title = thing[5];
      parent.append(sign, " ");
    }
    parent.append(shown(thing[0], thing[1], thing[7]));
    if (thing[2]) parent.append(" ", element("span", "jz-small", thing[2]));
    if (thing[3]) parent.append(" ", badge("inferred", "推定"));
    return parent;
  }

  window.jinzaiCompare = {
    root: root,
    options: options,
    element: element,
    badge: badge,
    button: button,
    checkbox: checkbox,
    things: things,
    put: put,
    named: named,
    surplus: surplus,
    isId: isId,
    plan: function (id, then) {
      load(options.files + id + ".js", then);
    },
    cells: function (id, then) {
      load(options.cellFiles + id + ".js", then);
    },
    prefecture: function (code, then) {
      load(options.prefectureFiles + code + ".js", then);
    },
  };
})();
