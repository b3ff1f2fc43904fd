/*
 * How the search ranks: which records fit what was asked, the best first.
 *
 * Each part of a query counts by its characters, its pairs of neighbours and its runs of Latin letters
 * (BM25, and one of them is enough), so that compounds, other endings and slips of the keyboard find
 * something. A title or another name that is just what was asked has a token of its own. Of what a part says and its
 * synonyms, a record has the best. Except for that token, a record that is not ahead (a role is) counts
 * a little less.
 *
 * An index is {count, postings(token)}; the postings of a token are {found, documents, impacts}: how
 * many records have it, the numbers of those that count, in their order, and 0 to STEPS for each. Of
 * a token at most MOST records count, the strongest. `indexed` makes an index of records;
 * search-shards.js has one that was made by jinzai/publish/search_shards.py in the same way.
 *
 * Loaded after search-query.js, when somebody begins to search. It touches no page.
 *
 * Reads    nothing
 * Writes   nothing
 * Stores   nothing
 * Without  it there is no search
 * Gives    window.jinzaiSearch: indexed, needed, ranked
 */
(() => {
  "use strict";

  const {fold, tokens} = window.jinzaiSearch;

  /* What a token counts in each text of a record: its title, its readings and other names, what stands
     next to its name, its labels, its text. */
  const WEIGHTS = [4, 3, 3, 1, 1];
  const SATURATION = 1.2;
  const LENGTH = 0.4;
  const MEAN = 150;
  const BEHIND = 0.74; /* what a token counts in a record that is not `ahead` */
  const STEPS = 63;
  const MOST = 1000;
  const EXACT = "=";
  const SINGLE = 0.25; /* what a character counts beside a pair */
  const TAIL = 0.35; /* what the tail of a question counts */
  const ALONE = 0.4; /* what is left of the score of a record that has almost nothing of a query */
  const GOOD = 0.5; /* so much of a query has what fits well */
  const NEAR = 0.1; /* what has less is not near */

  const exact = (folded) => EXACT + folded.replaceAll(" ", "");

  /* How much each token counts in a record, and all together. */
  function counted(texts) {
    const counts = new Map();
    let length = 0;
    for (const [place, text] of texts.entries()) {
      for (const token of tokens(fold(text))) {
        counts.set(token, (counts.get(token) ?? 0) + WEIGHTS[place]);
        length += WEIGHTS[place];
      }
    }
    const [title, names] = texts;
    for (const name of [title, ...names.split(" ")]) counts.set(exact(fold(name)), WEIGHTS[0]);
    return {counts, length};
  }

  /* The strongest of the postings, in the order of the records. */
  function strongest(documents, impacts) {
    if (documents.length <= MOST) return {found: documents.length, documents, impacts};
    const places = [...documents.keys()]
      .sort((one, other) => impacts[other] - impacts[one] || one - other)
      .slice(0, MOST)
      .sort((one, other) => one - other);
    return {
      found: documents.length,
      documents: places.map((place) => documents[place]),
      impacts: places.map((place) => impacts[place]),
    };
  }

  /* The index of records, each a list of texts in the order of WEIGHTS. `ahead` says of each whether
     it comes before what fits as well. */
  function indexed(records, ahead) {
    const all = new Map();
    const lengths = [];
    for (const [number, texts] of records.entries()) {
      const {counts, length} = counted(texts);
      lengths.push(length);
      for (const [token, count] of counts) {
        const one = all.get(token);
        if (one) one.push(number, count);
        else all.set(token, [number, count]);
      }
    }
    const made = new Map();
    function postings(token) {
      if (!made.has(token) && all.has(token)) {
        const documents = [];
        const impacts = [];
        const flat = all.get(token);
        for (let place = 0; place < flat.length; place += 2) {
          const count = flat[place + 1];
          const long = 1 - LENGTH + (LENGTH * lengths[flat[place]]) / MEAN;
          const factor = ahead[flat[place]] || token.startsWith(EXACT) ? 1 : BEHIND;
          documents.push(flat[place]);
          impacts.push(Math.floor((factor * STEPS * count) / (count + SATURATION * long) + 0.5));
        }
        made.set(token, strongest(documents, impacts));
      }
      return made.get(token);
    }
    return {count: records.length, postings};
  }

  /* The tokens of a folded text, each once, and its token as a title. */
  const tokensOf = (text) => [...new Set(tokens(text)), exact(text)];

  /* The tokens whose postings a query needs. */
  function needed(parts) {
    const texts = parts.flatMap(({texts, tail}) => [...texts.map(([text]) => text), tail]);
    return [...new Set(texts.filter(Boolean).flatMap(tokensOf))];
  }

  /* What a token is worth: the rarer, the more. */
  function worth(token, index, length) {
    const found = index.postings(token)?.found ?? 0;
    const rarity = Math.log(1 + (index.count - found + 0.5) / (found + 0.5));
    if (token.startsWith(EXACT)) return rarity * Math.min(1, length / 3);
    return token.length === 1 && length > 1 ? rarity * SINGLE : rarity;
  }

  /* By record: [score, how much of the text it has, from 0 to 1]. */
  function fits(index, text, factor) {
    const fit = new Map();
    const length = [...text].length;
    let most = 0;
    for (const token of tokensOf(text)) {
      const value = worth(token, index, length);
      const part = token.startsWith(EXACT) ? 0 : value;
      most += part;
      const {documents, impacts} = index.postings(token) ?? {documents: [], impacts: []};
      for (const [place, number] of documents.entries()) {
        const [score, share] = fit.get(number) ?? [0, 0];
        fit.set(number, [score + (factor * value * impacts[place]) / STEPS, share + part]);
      }
    }
    for (const one of fit.values()) one[1] = most ? one[1] / most : 0;
    return {fit, most};
  }

  /* The same for what a part says and its synonyms: by record the best of them. A synonym that is
     short, and so worth little by itself, is worth as much as what was typed. */
  function fitsPart(index, texts) {
    const found = texts.map(([text, factor]) => fits(index, text, factor));
    const most = Math.max(...found.map((one) => one.most));
    const best = new Map();
    for (const one of found) {
      for (const [number, [score, share]] of one.fit) {
        const scaled = one.most ? (score * most) / one.most : score;
        if (scaled > (best.get(number)?.[0] ?? 0)) best.set(number, [scaled, share]);
      }
    }
    return {fit: best, most};
  }

  /* What fits the parts of a query, the best first: {number, score, isGood}. Equally good ones keep
     the order of the records. */
  function ranked(index, parts) {
    const sums = new Map();
    let most = 0;
    for (const part of parts) {
      const found = fitsPart(index, part.texts);
      most += found.most;
      for (const [number, [score, share]] of found.fit) {
        const [had, shared] = sums.get(number) ?? [0, 0];
        sums.set(number, [had + score, shared + share * found.most]);
      }
    }
    for (const {tail} of parts) {
      if (!tail) continue;
      for (const [number, [score]] of fits(index, tail, TAIL).fit) {
        if (sums.has(number)) sums.get(number)[0] += score;
      }
    }
    const results = [];
    for (const [number, [sum, shared]] of sums) {
      const share = most ? shared / most : 0;
      if (share < NEAR) continue;
      const score = sum * (ALONE + (1 - ALONE) * share);
      results.push({number, score, isGood: share >= GOOD});
    }
    return results.sort((one, other) => other.score - one.score || one.number - other.number);
  }

  window.jinzaiSearch = {...window.jinzaiSearch, indexed, needed, ranked};
})();
