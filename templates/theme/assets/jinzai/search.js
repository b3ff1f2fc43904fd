/*
 * The site's search, on the search page only (templates/site/search.html).
 *
 * Elements it works with, by id: `jz-search` (hidden until this script runs), in it
 * `jz-search-form` with the input `jz-search-query` (name q), `jz-search-status` (a live region),
 * `jz-search-all` (a hidden button), `jz-search-results` (an empty <ol>) and `jz-search-more` (a hidden button). The page loads
 * this script and then assets/search-index.js, both below those elements.
 *
 * The records come as a script, assets/search-index.js, which calls
 * jinzai.search.load({kinds, plans, records}); jinzai/publish/search.py writes it. A record is
 * [address, title, kind number, plan number, kana, text]. There is no fetch and no worker, so a
 * copy on a disk can be searched too.
 *
 * Words match without regard to width, case, and hiragana or katakana: ＤＸ, DX and dx are one
 * word. All words separated by spaces must match, each anywhere in a text. A match in the title
 * ranks before one in readings and aliases, and that before one in the text; equally good
 * results keep the order of the records, in which lists come before what they list. Of a query
 * only so much is searched for as reader.js says. The results can be narrowed to one plan, and are when the reader comes from a page of that plan; the words
 * and the plan stand in the address. Text from records and from the reader only ever becomes
 * text nodes.
 */
(function () {
  "use strict";

  var reader = window.jinzaiReader;
  var SHOWN = 50;
  var EXCERPT = 90;
  var BEFORE = 24;
  var FEW = 5;
  var TITLE_IS = 16, TITLE_STARTS = 12, TITLE_HAS = 8, KANA_HAS = 4, LABEL_HAS = 2, TEXT_HAS = 1;

  /* One character folded: NFKC, lower case, katakana as hiragana. */
  function foldChars(text) {
    return text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\u30a1-\u30f6]/g, function (kana) {
        return String.fromCharCode(kana.charCodeAt(0) - 0x60);
      });
  }

  /* For matching: folded, with every run of white space as one space. */
  function fold(text) {
    return foldChars(text).replace(/\s+/g, " ").trim();
  }

  /* The words of a query, each once. */
  function wordsOf(query) {
    var folded = fold(query);
    var words = folded ? folded.split(" ") : [];
    return words.filter(function (word, place) {
      return words.indexOf(word) === place;
    });
  }

  /* Whether a word is kana alone, and so may be how a word with kanji is read. */
  function isKana(word) {
    return /^[\u3041-\u3096ー]+$/.test(word);
  }

  /* The stretches of `text` to mark for `words`, as sorted [start, end) pairs that do not overlap.
     Folding can change a text's length (㈱ becomes three characters), so positions are mapped. */
  function stretches(text, words) {
    var folded = "";
    var origin = [];
    var position = 0;
    /* A voiced half-width kana is two characters that fold into one. */
    (text.match(/[\s\S][\uff9e\uff9f\u3099\u309a]?/g) || []).forEach(function (unit) {
      var part = foldChars(unit);
      for (var i = 0; i < part.length; i++) {
        origin.push([position, position + unit.length]);
      }
      folded += part;
      position += unit.length;
    });
    var found = [];
    words.forEach(function (word) {
      for (var at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
        found.push([origin[at][0], origin[at + word.length - 1][1]]);
      }
    });
    found.sort(function (a, b) {
      return a[0] - b[0] || a[1] - b[1];
    });
    return found.reduce(function (joined, next) {
      var last = joined[joined.length - 1];
      if (last && next[0] <= last[1]) {
        last[1] = Math.max(last[1], next[1]);
      } else {
        joined.push([next[0], next[1]]);
      }
      return joined;
    }, []);
  }

  function prepare(data) {
    return data.records.map(function (row) {
      var kind = data.kinds[row[2]];
      var plan = data.plans[row[3]];
      return {
        address: row[0],
        folder: row[0].split("/")[0],
        plan: plan,
        title: row[1],
        place: [plan, kind].filter(Boolean).join(" ・ "),
        text: row[5],
        foldedTitle: fold(row[1]),
        foldedKana: fold(row[4]),
        foldedLabel: fold(kind + " " + plan),
        foldedText: fold(row[5])
      };
    });
  }

  /* How well one word fits one record; 0 if not at all. */
  function fit(record, word) {
    if (record.foldedTitle === word) return TITLE_IS;
    var at = record.foldedTitle.indexOf(word);
    if (at === 0) return TITLE_STARTS;
    if (at > 0) return TITLE_HAS;
    if (record.foldedKana.indexOf(word) >= 0) return KANA_HAS;
    if (record.foldedLabel.indexOf(word) >= 0) return LABEL_HAS;
    return record.foldedText.indexOf(word) >= 0 ? TEXT_HAS : 0;
  }

  /* The records that every word fits, best first. The worst word decides, then the sum. */
  function search(records, words) {
    var hits = [];
    records.forEach(function (record, order) {
      var worst = Infinity;
      var sum = 0;
      for (var i = 0; i < words.length; i++) {
        var points = fit(record, words[i]);
        if (!points) return;
        worst = Math.min(worst, points);
        sum += points;
      }
      hits.push({ record: record, worst: worst, sum: sum, order: order });
    });
    hits.sort(function (a, b) {
      return b.worst - a.worst || b.sum - a.sum || a.order - b.order;
    });
    return hits.map(function (hit) {
      return hit.record;
    });
  }

  function appendMarked(element, text, words) {
    var done = 0;
    stretches(text, words).forEach(function (stretch) {
      element.appendChild(document.createTextNode(text.slice(done, stretch[0])));
      var mark = document.createElement("mark");
      mark.textContent = text.slice(stretch[0], stretch[1]);
      element.appendChild(mark);
      done = stretch[1];
    });
    element.appendChild(document.createTextNode(text.slice(done)));
  }

  /* About EXCERPT characters of `text` around the first word found in it. */
  function excerpt(text, words) {
    var first = stretches(text, words)[0];
    var start = first && first[0] > BEFORE + 10 ? first[0] - BEFORE : 0;
    var end = Math.min(text.length, start + EXCERPT);
    return (start ? "…" : "") + text.slice(start, end) + (end < text.length ? "…" : "");
  }

  function item(record, words) {
    var entry = document.createElement("li");
    var link = document.createElement("a");
    link.setAttribute("href", record.address);
    appendMarked(link, record.title, words);
    entry.appendChild(link);
    if (record.place) {
      var place = document.createElement("span");
      place.className = "jz-search__place";
      place.textContent = record.place;
      entry.appendChild(place);
    }
    if (record.text) {
      var text = document.createElement("p");
      text.className = "jz-search__excerpt";
      appendMarked(text, excerpt(record.text, words), words);
      entry.appendChild(text);
    }
    return entry;
  }

  /* The plans in the order of the records: [folder, name]. What belongs to a plan, and the plan
     itself, lies in its folder. */
  function plansOf(records) {
    var known = Object.create(null);
    return records.filter(function (record) {
      var isNew = record.plan && !known[record.folder];
      if (isNew) known[record.folder] = true;
      return isNew;
    }).map(function (record) {
      return [record.folder, record.plan];
    });
  }

  /* The choice of a plan, below the form; null where there is but one. */
  function planChoice(form, plans) {
    if (plans.length < 2) return null;
    var frame = document.createElement("p");
    frame.className = "jz-search__plan";
    var label = frame.appendChild(document.createElement("label"));
    label.textContent = "計画で絞り込む";
    var select = frame.appendChild(document.createElement("select"));
    select.id = label.htmlFor = "jz-search-plan";
    select.name = "plan";
    select.autocomplete = "off";
    select.add(new Option("すべての計画", ""));
    plans.forEach(function (plan) {
      select.add(new Option(plan[1], plan[0]));
    });
    form.parentNode.insertBefore(frame, form.nextSibling);
    return select;
  }

  function start(data) {
    var frame = document.getElementById("jz-search");
    if (!frame) return;
    var form = document.getElementById("jz-search-form");
    var input = document.getElementById("jz-search-query");
    var status = document.getElementById("jz-search-status");
    var results = document.getElementById("jz-search-results");
    var more = document.getElementById("jz-search-more");
    var records = prepare(data);
    var plans = plansOf(records);
    var select = planChoice(form, plans);
    var all = document.getElementById("jz-search-all");
    var hits = [];
    var query = ""; /* so much of what was typed as is searched for */
    var words = [];
    var shown = 0;

    function showMore() {
      var first = null;
      hits.slice(shown, shown + SHOWN).forEach(function (record) {
        var entry = results.appendChild(item(record, words));
        first = first || entry;
      });
      shown = Math.min(hits.length, shown + SHOWN);
      more.hidden = shown === hits.length;
      more.textContent = "続きを表示(残り " + (hits.length - shown) + " 件)";
      return first;
    }

    /* Each choice says how much it would leave. */
    function countByPlan(found) {
      if (!select) return;
      var counts = Object.create(null);
      found.forEach(function (record) {
        counts[record.folder] = (counts[record.folder] || 0) + 1;
      });
      Array.prototype.forEach.call(select.options, function (option, number) {
        var count = option.value ? counts[option.value] || 0 : found.length;
        var name = number ? plans[number - 1][1] : "すべての計画";
        option.text = words.length ? name + "(" + count + " 件)" : name;
      });
    }

    function run() {
      var typed = input.value.trim();
      query = reader.cut(typed, reader.most.query);
      var every = wordsOf(query);
      words = every.slice(0, reader.most.words);
      var found = words.length ? search(records, words) : [];
      var plan = select ? select.value : "";
      countByPlan(found);
      hits = found.filter(function (record) {
        return !plan || record.folder === plan;
      });
      shown = 0;
      results.textContent = "";
      showMore();
      if (!words.length) {
        status.textContent = "言葉を入力すると、ここに結果が出ます。";
      } else if (hits.length) {
        status.textContent = "「" + query + "」: " + hits.length + " 件";
      } else if (found.length) {
        status.textContent =
          "「" + query + "」に合うものは、この計画にはありません。" +
          "すべての計画では " + found.length + " 件あります。";
      } else {
        status.textContent =
          "「" + query + "」に合うものはありませんでした。" +
          "言葉を短くするか、別の言い方を試してください。";
      }
      if (query !== typed || words.length < every.length) {
        status.textContent +=
          " 探す言葉が多すぎるため、はじめの" + reader.most.query + "文字、" + reader.most.words +
          "語までで探しました。";
      }
      if (words.some(isKana) && hits.length < FEW) {
        status.textContent += " 漢字の読みで探せるのは名前だけです。説明の中の言葉は、漢字で探してください。";
      }
      var isNarrowed = plan !== "" && words.length > 0;
      all.hidden = !isNarrowed;
      if (isNarrowed) all.textContent = "すべての計画で探す(" + found.length + " 件)";
    }

    function remember() {
      reader.tell({q: query, plan: select ? select.value : ""});
    }

    var timer = 0;
    input.addEventListener("input", function (event) {
      if (event.isComposing) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(function () {
        run();
        remember();
      }, 120);
    });
    input.addEventListener("compositionend", run);
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      run();
      remember();
    });
    all.addEventListener("click", function () {
      select.value = "";
      run();
      remember();
      select.focus();
    });
    more.addEventListener("click", function () {
      var first = showMore();
      if (first) first.querySelector("a").focus();
    });

    input.value = reader.asked("q");
    if (select) {
      select.value = reader.asked("plan");
      if (select.selectedIndex < 0) select.value = "";
      select.addEventListener("change", function () {
        run();
        remember();
      });
    }
    frame.hidden = false;
    run();
    if (!input.value) input.focus();
  }

  window.jinzai = window.jinzai || {};
  window.jinzai.search = { load: start };
})();
