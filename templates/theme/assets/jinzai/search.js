/*
 * The site's search, on the search page only (templates/site/search.html).
 *
 * The records come as a script, assets/search-index.js, which runs after this one and calls
 * jinzai.search.load({kinds, plans, records}); jinzai/publish/search.py writes it. A record is
 * [address, title, kind number, plan number, kana, text]. There is no fetch and no worker, so a
 * copy on a disk can be searched too.
 *
 * Words match without regard to width, case, and hiragana or katakana: ＤＸ, DX and dx are one
 * word. All words separated by spaces must match, each anywhere in a text. A match in the title
 * ranks before one in readings and aliases, and that before one in the text; equally good
 * results keep the order of the records, in which lists come before what they list. Of a query
 * only so much is searched for as reader.js says. The results can be narrowed to one plan, and
 * are when the reader comes from a page of that plan.
 *
 * Reads    by id: `jz-search` (hidden until this script runs), in it `jz-search-form` with the input
 *          `jz-search-query` (name q), `jz-search-status` (a live region), `jz-search-results` (an
 *          empty <ol>), `jz-search-all` and `jz-search-more` (hidden buttons with their words)
 * Writes   hidden and the text of these, the results, the choice of a plan behind the form, and the
 *          words and the plan in the address. Texts become text nodes only
 * Stores   nothing
 * Without  it the page leads to lists of everything
 */
(() => {
  "use strict";

  const reader = window.jinzaiReader;
  const SHOWN = 50;
  const EXCERPT = 90;
  const BEFORE = 24;
  const FEW = 5;
  const TITLE_IS = 16;
  const TITLE_STARTS = 12;
  const TITLE_HAS = 8;
  const KANA_HAS = 4;
  const LABEL_HAS = 2;
  const TEXT_HAS = 1;
  const ALL_PLANS = "すべての計画";

  /* Folded: NFKC, lower case, katakana as hiragana. */
  function foldChars(text) {
    return text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
  }

  /* For matching: folded, with every run of white space as one space. */
  const fold = (text) => foldChars(text).replace(/\s+/g, " ").trim();

  /* The words of a query, each once. */
  const wordsOf = (query) => [...new Set(fold(query).split(" "))].filter(Boolean);

  /* Whether a word is kana alone, and so may be how a word with kanji is read. */
  const isKana = (word) => /^[\u3041-\u3096ー]+$/.test(word);

  /* A text folded, and for each of its characters the [start, end) that it comes from: folding can
     change a text's length (㈱ becomes three characters). */
  function traced(text) {
    let folded = "";
    const origin = [];
    let position = 0;
    /* A voiced half-width kana is two characters that fold into one. */
    for (const [unit] of text.matchAll(/[\s\S][\uff9e\uff9f\u3099\u309a]?/g)) {
      const part = foldChars(unit);
      const end = position + unit.length;
      for (let place = 0; place < part.length; place += 1) origin.push([position, end]);
      folded += part;
      position = end;
    }
    return {folded, origin};
  }

  /* The stretches of `text` to mark for `words`, as sorted [start, end) that do not overlap. */
  function stretches(text, words) {
    const {folded, origin} = traced(text);
    const found = [];
    for (const word of words) {
      let at = folded.indexOf(word);
      while (at >= 0) {
        const end = at + word.length;
        found.push([origin[at][0], origin[end - 1][1]]);
        at = folded.indexOf(word, end);
      }
    }
    found.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
    const joined = [];
    for (const [start, end] of found) {
      const last = joined[joined.length - 1];
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else joined.push([start, end]);
    }
    return joined;
  }

  function prepare(data) {
    return data.records.map(([address, title, kindNumber, planNumber, kana, text]) => {
      const kind = data.kinds[kindNumber];
      const plan = data.plans[planNumber];
      return {
        address,
        folder: address.split("/")[0],
        plan,
        title,
        place: [plan, kind].filter(Boolean).join(" ・ "),
        text,
        foldedTitle: fold(title),
        foldedKana: fold(kana),
        foldedLabel: fold(`${kind} ${plan}`),
        foldedText: fold(text),
      };
    });
  }

  /* How well one word fits one record; 0 if not at all. */
  function fit(record, word) {
    if (record.foldedTitle === word) return TITLE_IS;
    const at = record.foldedTitle.indexOf(word);
    if (at === 0) return TITLE_STARTS;
    if (at > 0) return TITLE_HAS;
    if (record.foldedKana.includes(word)) return KANA_HAS;
    if (record.foldedLabel.includes(word)) return LABEL_HAS;
    return record.foldedText.includes(word) ? TEXT_HAS : 0;
  }

  /* The records that every word fits, best first. The worst word decides, then the sum. */
  function search(records, words) {
    const hits = [];
    for (const record of records) {
      let worst = Number.POSITIVE_INFINITY;
      let sum = 0;
      for (const word of words) {
        const points = fit(record, word);
        worst = Math.min(worst, points);
        sum += points;
        if (!points) break;
      }
      if (worst) hits.push({record, worst, sum});
    }
    hits.sort((one, other) => other.worst - one.worst || other.sum - one.sum);
    return hits.map((hit) => hit.record);
  }

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  /* The element with a text put into it, in which what the words find is marked. */
  function marked(parent, text, words) {
    let done = 0;
    for (const [start, end] of stretches(text, words)) {
      parent.append(text.slice(done, start), element("mark", "", text.slice(start, end)));
      done = end;
    }
    parent.append(text.slice(done));
    return parent;
  }

  /* About EXCERPT characters of `text` around the first word found in it. */
  function excerpt(text, words) {
    const first = stretches(text, words)[0]?.[0] ?? 0;
    const start = first > BEFORE + 10 ? first - BEFORE : 0;
    const end = Math.min(text.length, start + EXCERPT);
    return (start ? "…" : "") + text.slice(start, end) + (end < text.length ? "…" : "");
  }

  function item(record, words) {
    const entry = element("li");
    const link = entry.appendChild(marked(element("a"), record.title, words));
    link.setAttribute("href", record.address);
    if (record.place) entry.append(element("span", "jz-search__place", record.place));
    if (record.text) {
      const text = element("p", "jz-search__excerpt");
      entry.append(marked(text, excerpt(record.text, words), words));
    }
    return entry;
  }

  /* The plans in the order of the records: names by folder. What belongs to a plan, and the plan
     itself, lies in its folder. */
  function plansOf(records) {
    const plans = new Map();
    for (const {plan, folder} of records) {
      if (plan && !plans.has(folder)) plans.set(folder, plan);
    }
    return plans;
  }

  /* The choice of a plan, below the form; null where there is but one. */
  function planChoice(form, plans) {
    if (plans.size < 2) return null;
    const frame = element("p", "jz-search__plan");
    const label = frame.appendChild(element("label", "", "計画で絞り込む"));
    const select = frame.appendChild(element("select"));
    select.id = "jz-search-plan";
    label.htmlFor = select.id;
    select.name = "plan";
    select.autocomplete = "off";
    select.add(new Option(ALL_PLANS, ""));
    for (const [folder, name] of plans) select.add(new Option(name, folder));
    form.after(frame);
    return select;
  }

  /* What is said of the results: `query` is so much of what was typed as is searched for. */
  function told(query, words, hits, found, isCut) {
    let said;
    if (!words.length) said = "言葉を入力すると、ここに結果が出ます。";
    else if (hits.length) said = `「${query}」: ${hits.length}件`;
    else if (found.length) {
      said =
        `「${query}」に合うものは、この計画にはありません。` +
        `すべての計画では${found.length}件あります。`;
    } else {
      said =
        `「${query}」に合うものはありませんでした。` +
        "言葉を短くするか、別の言い方を試してください。";
    }
    if (isCut) {
      const {most} = reader;
      said += ` 探す言葉が多すぎるため、初めの${most.query}文字、${most.words}語までで探しました。`;
    }
    if (words.some(isKana) && hits.length < FEW) {
      said += " 漢字の読みで探せるのは名前だけです。説明の中の言葉は、漢字で探してください。";
    }
    return said;
  }

  function load(data) {
    const frame = document.getElementById("jz-search");
    if (!frame) return;
    const form = document.getElementById("jz-search-form");
    const input = document.getElementById("jz-search-query");
    const status = document.getElementById("jz-search-status");
    const results = document.getElementById("jz-search-results");
    const more = document.getElementById("jz-search-more");
    const all = document.getElementById("jz-search-all");
    const moreWords = more.textContent;
    const allWords = all.textContent;
    const records = prepare(data);
    const plans = plansOf(records);
    const select = planChoice(form, plans);
    let query = ""; /* so much of what was typed as is searched for */
    let hits = [];
    let words = [];
    let shown = 0;

    /* Shows the next results; gives the first of them. */
    function showMore() {
      const next = hits.slice(shown, shown + SHOWN).map((record) => item(record, words));
      results.append(...next);
      shown += next.length;
      more.hidden = shown === hits.length;
      more.textContent = `${moreWords}（残り${hits.length - shown}件）`;
      return next[0];
    }

    /* Each choice says how much it would leave. */
    function countByPlan(found) {
      if (!select) return;
      const counts = new Map([["", found.length]]);
      for (const {folder} of found) counts.set(folder, (counts.get(folder) ?? 0) + 1);
      for (const option of select.options) {
        const name = option.value ? plans.get(option.value) : ALL_PLANS;
        option.text = words.length ? `${name}（${counts.get(option.value) ?? 0}件）` : name;
      }
    }

    function run() {
      const typed = input.value.trim();
      query = reader.cut(typed, reader.most.query);
      const every = wordsOf(query);
      words = every.slice(0, reader.most.words);
      const found = words.length ? search(records, words) : [];
      const plan = select?.value ?? "";
      countByPlan(found);
      hits = found.filter((record) => !plan || record.folder === plan);
      shown = 0;
      results.replaceChildren();
      showMore();
      const isCut = query !== typed || words.length < every.length;
      status.textContent = told(query, words, hits, found, isCut);
      all.hidden = !plan || !words.length;
      if (!all.hidden) all.textContent = `${allWords}（${found.length}件）`;
    }

    function runAndTell() {
      run();
      reader.tell({q: query, plan: select?.value});
    }

    let timer = 0;
    input.addEventListener("input", (event) => {
      if (event.isComposing) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(runAndTell, 120);
    });
    input.addEventListener("compositionend", run);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      runAndTell();
    });
    all.addEventListener("click", () => {
      select.value = "";
      runAndTell();
      select.focus();
    });
    more.addEventListener("click", () => showMore()?.querySelector("a").focus());

    input.value = reader.asked("q");
    if (select) {
      select.value = reader.asked("plan");
      if (select.selectedIndex < 0) select.value = "";
      select.addEventListener("change", runAndTell);
    }
    frame.hidden = false;
    run();
    if (!input.value) input.focus();
  }

  window.jinzai = {...window.jinzai, search: {load}};
})();
