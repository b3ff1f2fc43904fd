/*
 * How a result of the search looks, in the list below the header's box and on the search page.
 *
 * What a query found is marked: all that was typed where it stands as a whole, else what the query
 * and the text have in common. An excerpt is cut between characters, never within one.
 *
 * Loaded after search-load.js, when somebody begins to search.
 *
 * Reads    nothing
 * Writes   elements that its callers put into the page. Texts become text nodes only
 * Stores   nothing
 * Without  it there is no search
 * Gives    window.jinzaiSearch: made, item
 */
(() => {
  "use strict";

  const {traced, root} = window.jinzaiSearch;
  const EXCERPT = 90;
  const BEFORE = 24;
  const KANA = /^[\u3041-\u309f]+$/;

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

  /* The stretches of a text to mark, sorted, as [start, end) that do not overlap. */
  function stretches(text, parts) {
    const {folded, origin} = traced(text);
    const found = parts.flatMap(({texts}) => {
      const whole = texts.flatMap(([word]) => places(folded, word));
      return whole.length ? whole : inCommon(folded, texts[0][0]);
    });
    const joined = [];
    for (const [start, end] of found
      .map(([start, end]) => [origin[start][0], origin[end - 1][1]])
      .sort((one, other) => one[0] - other[0] || one[1] - other[1])) {
      const last = joined[joined.length - 1];
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else joined.push([start, end]);
    }
    return joined;
  }

  /* The places between the characters of a text, as a reader counts characters. */
  function betweenCharacters(text) {
    const characters = new Intl.Segmenter("ja", {granularity: "grapheme"}).segment(text);
    return [...[...characters].map(({index}) => index), text.length];
  }

  /* About EXCERPT characters around the first stretch: [start, end). */
  function excerpt(text, marks) {
    const between = betweenCharacters(text);
    const first = marks[0]?.[0] ?? 0;
    const at = between.findLastIndex((place) => place <= first);
    const start = at > BEFORE + 10 ? at - BEFORE : 0;
    return [between[start], between[Math.min(between.length - 1, start + EXCERPT)]];
  }

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

  /* A result: a link, the plan and the kind, and, unless it is `short`, an excerpt. */
  function item(record, parts, short = false) {
    const entry = made("li");
    const link = marked(made("a"), record.title, stretches(record.title, parts));
    link.setAttribute("href", root + record.address);
    entry.append(link);
    const place = [record.plan, record.kind].filter(Boolean).join("・");
    if (place) entry.append(made("span", "jz-search__place", place));
    if (record.text && !short) {
      const marks = stretches(record.text, parts);
      const text = made("p", "jz-search__excerpt");
      entry.append(marked(text, record.text, marks, excerpt(record.text, marks)));
    }
    return entry;
  }

  window.jinzaiSearch = {...window.jinzaiSearch, made, item};
})();
