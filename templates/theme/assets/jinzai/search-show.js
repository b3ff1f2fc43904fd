/*
 * How a result of the search looks, in the list below the header's box and on the search page.
 *
 * What a query found is marked: all that was typed where it stands as a whole, else what the query
 * and the text have in common; no letters in the middle of a Latin word.
 *
 * Loaded after search-load.js, when somebody begins to search.
 *
 * Reads    nothing
 * Writes   elements that its callers put into the page. Texts become text nodes only
 * Stores   nothing
 * Without  it there is no search
 * Gives    window.jinzaiSearch: made, matched, marked, item
 */
(() => {
  "use strict";

  const {traced, root} = window.jinzaiSearch;
  const WHOLE = 1e6; /* more than the characters of any text */
  const KANA = /^[\u3041-\u309f]+$/;
  const LATIN = /[A-Za-z0-9Ａ-Ｚａ-ｚ０-９]/;
  const LATIN_END = /[A-Za-z0-9Ａ-Ｚａ-ｚ０-９]*$/;
  const BEGINNING = 3; /* of a Latin word: so many letters are marked */

  function made(name, className, text) {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  /* The places of a word in a folded text, as [start, end). */
  function places(folded, word) {
    const found = [];
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      found.push([at, at + word.length]);
    }
    return found;
  }

  /* What a folded text and a word have in common: stretches of at least two characters, and of three
     where they are kana alone, since two kana stand in every text. */
  function inCommon(folded, word) {
    const pairs = new Set();
    for (let at = 0; at + 1 < word.length; at += 1) pairs.add(word.slice(at, at + 2));
    const found = [];
    let start = -1;
    for (let at = 0; at < folded.length; at += 1) {
      const isPair = pairs.has(folded.slice(at, at + 2));
      if (isPair && start < 0) start = at;
      if (!isPair && start >= 0) {
        const text = folded.slice(start, at + 1);
        if (text.length > 2 || !KANA.test(text)) found.push([start, at + 1]);
        start = -1;
      }
    }
    return found;
  }

  const isLatin = (text, at) => LATIN.test(text[at] ?? "");

  /* A stretch of a text without letters from within a Latin word, and without a short beginning of one;
     nothing if too little is left. */
  function withoutPieces(text, [start, end]) {
    let from = start;
    let to = end;
    while (from < to && isLatin(text, from) && isLatin(text, from - 1)) from += 1;
    if (isLatin(text, to)) {
      const [letters] = LATIN_END.exec(text.slice(from, to));
      if (letters.length < BEGINNING) to -= letters.length;
    }
    return to - from > 1 || to - from === end - start ? [[from, to]] : [];
  }

  /* What of a text to mark: `marks`, sorted, as [start, end) that do not overlap. `found` is how much of
     the query that is: first of all whole parts. */
  function matched(text, parts) {
    const {folded, origin} = traced(text);
    const within = (places) =>
      places.flatMap(([start, end]) => withoutPieces(text, [origin[start][0], origin[end - 1][1]]));
    const marks = [];
    let found = 0;
    const all = parts.flatMap(({texts}) => {
      const whole = within(texts.flatMap(([word]) => places(folded, word)));
      if (whole.length) found += WHOLE;
      return whole.length ? whole : within(inCommon(folded, texts[0][0]));
    });
    for (const [start, end] of all.sort((one, other) => one[0] - other[0] || one[1] - other[1])) {
      const last = marks[marks.length - 1];
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else marks.push([start, end]);
    }
    return {text, marks, found: found + length(marks)};
  }

  const length = (marks) => marks.reduce((sum, [start, end]) => sum + end - start, 0);

  /* An element with a part of a text, in which the stretches are marked. */
  function marked(parent, text, marks, [start, end] = [0, text.length]) {
    let done = start;
    if (start) parent.append("…");
    for (const [from, to] of marks) {
      if (to <= done || from >= end) continue;
      parent.append(text.slice(done, Math.max(done, from)));
      done = Math.min(to, end);
      parent.append(made("mark", "", text.slice(Math.max(from, start), done)));
    }
    parent.append(text.slice(done, end), end < text.length ? "…" : "");
    return parent;
  }

  /* A result: a link, the plan and the kind. */
  function item(record, parts) {
    const entry = made("li");
    const link = marked(made("a"), record.title, matched(record.title, parts).marks);
    link.setAttribute("href", root + record.address);
    entry.append(link);
    const place = [record.plan, record.kind].filter(Boolean).join("・");
    if (place) entry.append(made("span", "jz-search__place", place));
    return entry;
  }

  window.jinzaiSearch = {...window.jinzaiSearch, made, matched, marked, item};
})();
