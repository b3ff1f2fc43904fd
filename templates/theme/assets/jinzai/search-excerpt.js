/*
 * The excerpt below a result of the search page: what of a record has most of the query.
 *
 * It is of the record's text, or of what says for whom the thing is, and shows where most is marked.
 * It is cut between characters, never within one.
 *
 * Loaded after search-show.js, on the search page alone.
 *
 * Reads    nothing
 * Writes   elements that its callers put into the page. Texts become text nodes only
 * Stores   nothing
 * Without  it results have no excerpt
 * Gives    window.jinzaiSearch: excerpt
 */
(() => {
  "use strict";

  const {fold, made, marked, matched} = window.jinzaiSearch;
  const LONG = 90;
  const BEFORE = 24;

  /* The places between the characters of a text, as a reader counts characters. */
  function betweenCharacters(text) {
    const characters = new Intl.Segmenter("ja", {granularity: "grapheme"}).segment(text);
    return [...[...characters].map(({index}) => index), text.length];
  }

  /* About LONG characters of a text with the most that is marked: [start, end). */
  function cut(text, marks) {
    const between = betweenCharacters(text);
    const seen = marks.map(([start]) =>
      marks
        .filter(([from, to]) => from >= start && to <= start + LONG - BEFORE)
        .reduce((sum, [from, to]) => sum + to - from, 0),
    );
    const first = marks[seen.indexOf(Math.max(...seen))]?.[0] ?? 0;
    const at = between.findLastIndex((place) => place <= first);
    const start = at > BEFORE + 10 ? at - BEFORE : 0;
    return [between[start], between[Math.min(between.length - 1, start + LONG)]];
  }

  /* The text of a record that has most of the query; nothing if it only repeats what stands above. */
  function chosen({title, kind, text, beside}, parts) {
    const [one, other] = [text, beside].map((said) => matched(said, parts));
    const best = other.found > one.found || !text ? other : one;
    return [title, kind].some((said) => fold(said).includes(fold(best.text))) ? null : best;
  }

  /* The excerpt of a record; nothing if it would say nothing more. */
  function excerpt(record, parts) {
    const best = chosen(record, parts);
    if (!best) return [];
    const {text, marks} = best;
    return [marked(made("p", "jz-search__excerpt"), text, marks, cut(text, marks))];
  }

  window.jinzaiSearch = {...window.jinzaiSearch, excerpt};
})();
