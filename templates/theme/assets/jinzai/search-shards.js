/*
 * The index of a site that is too large for one file, as jinzai/publish/search_shards.py writes it:
 * postings in shards, of which a query needs some.
 *
 * A shard is {token: postings}. Postings are a text, or [text, how many records have the token] where
 * not all of them count. The text says for each record its distance from the last one, five bits in
 * each character and the low ones first, and its impact.
 *
 * Loaded by search-load.js, on sites that are so large. It touches no page.
 *
 * Reads    nothing
 * Writes   nothing
 * Stores   nothing
 * Without  it there is no search
 * Gives    search-load.js the function `sharded`
 */
(() => {
  "use strict";

  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUES = new Map([...ALPHABET].map((sign, value) => [sign, value]));
  const MORE = 32;
  const FACTORS = [31337, 7919];

  /* The number of the shard that has a token. Tokens that begin alike are in the same shard. */
  function shardOf(token, count) {
    const signs = [...token];
    const begin = signs.length > 2 || "=_".includes(signs[0]) ? signs.slice(1, 3) : signs;
    let sum = 0;
    for (const [place, sign] of begin.entries()) sum += sign.codePointAt(0) * FACTORS[place];
    return sum % count;
  }

  function decoded(written) {
    const [text, found] = Array.isArray(written) ? written : [written, 0];
    const documents = [];
    const impacts = [];
    let number = -1;
    let distance = 0;
    let factor = 1;
    let isImpact = false;
    for (const sign of text) {
      const value = VALUES.get(sign);
      if (isImpact) {
        impacts.push(value);
        isImpact = false;
      } else {
        distance += (value % MORE) * factor;
        factor *= MORE;
        if (value < MORE) {
          number += distance;
          documents.push(number);
          [distance, factor, isImpact] = [0, 1, true];
        }
      }
    }
    return {found: found || documents.length, documents, impacts};
  }

  /* The index of `count` records in `shards` files. `load(number)` promises a shard; before postings
     are asked for, `prepare` has to have loaded those of the tokens. */
  function sharded(count, shards, load) {
    const known = new Map();
    async function prepare(tokens) {
      const missing = tokens.filter((token) => !known.has(token));
      const numbers = [...new Set(missing.map((token) => shardOf(token, shards)))];
      const loaded = await Promise.all(numbers.map(load));
      const byNumber = new Map(numbers.map((number, place) => [number, loaded[place]]));
      for (const token of missing) {
        const shard = byNumber.get(shardOf(token, shards));
        known.set(token, Object.hasOwn(shard, token) ? decoded(shard[token]) : undefined);
      }
    }
    return {count, prepare, postings: (token) => known.get(token)};
  }

  window.jinzaiSearch.take("assets/jinzai/search-shards", sharded);
})();
