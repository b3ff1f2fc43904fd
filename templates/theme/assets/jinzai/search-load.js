/*
 * The search itself: loads what a query needs, and gives what fits it.
 *
 * The data are scripts, since a copy on a disk can load nothing else; jinzai/publish/search.py writes
 * them. Each calls jinzaiSearch.take(its address without .js, value):
 *
 * - assets/search-index {count, synonyms}, and of a small site all its records, as in a block; of a
 *   large one {block, shards}: how many records a block has, and how many shards there are
 * - assets/search-guide, a block with the pages about the site itself
 * - assets/search/records-<number>, a block {kinds, plans, records}: kinds are [name, how the addresses
 *   of its records begin, 1 if they are ahead of others]; plans [folder, name, first record, count, synonyms]; records [rest of the
 *   address within the folder, title, kind, text, names, beside], where empty texts at the end and .html
 *   and index.html are left out, or the number of an equal one
 * - assets/search/tokens-<number>, a shard of the index (search-shards.js)
 * - <plan>/search, of a large site: a plan as it stands in a block, counted in the whole site
 *
 * `find` gives {parts, groups, isCut}. A group is {folder, name, hits}: first the plan that is asked
 * for, if any, by an index of its records alone, then all others, then the pages about the site. A hit is {score, isGood, record} or
 * {score, isGood, number}, and `recordsOf` promises the records of some hits.
 *
 * Loaded after search-rank.js, when somebody begins to search. It touches no page.
 *
 * Reads    nothing
 * Writes   <script> elements in the head
 * Stores   nothing
 * Without  it there is no search
 * Gives    window.jinzaiSearch: take, find, recordsOf, root, shortened
 */
(() => {
  "use strict";

  const {asked, folded, indexed, needed, ranked} = window.jinzaiSearch;
  const {most, cut, versioned} = window.jinzaiReader;
  /* The way from the page to the site's root. */
  const root = document.currentScript.getAttribute("src").replace(/assets\/jinzai\/[^/]*$/, "");
  const PLAN = /^[a-z0-9]+(-[a-z0-9]+)*$/;

  const loads = new Map();

  /* Promises what a script of data hands over. One that does not come may be asked for again. */
  function load(name) {
    if (!loads.has(name)) {
      const promise = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.addEventListener("error", () => {
          loads.delete(name);
          reject(new Error(name));
        });
        loads.set(name, {resolve});
        versioned(`${root}${name}.js`).then((source) => {
          script.src = source;
          document.head.append(script);
        });
      });
      loads.set(name, {...loads.get(name), promise});
    }
    return loads.get(name).promise;
  }

  const take = (name, value) => loads.get(name)?.resolve(value);

  /* Does something once; what fails is done again. */
  function once(work) {
    const done = new Map();
    return (key) => {
      if (!done.has(key)) {
        const promise = work(key);
        done.set(key, promise);
        promise.catch(() => done.delete(key));
      }
      return done.get(key);
    };
  }

  /* An address as it was before `.html` and `index.html` were left out. */
  function whole(address) {
    const [path, anchor] = address.split("#");
    const page = path === "" || path.endsWith("/") ? `${path}index` : path;
    return `${page}.html${anchor ? `#${anchor}` : ""}`;
  }

  function recordsIn({kinds, plans, records}) {
    return plans.flatMap(([folder, plan, first, count]) =>
      records.slice(first, first + count).map((written) => {
        const row = typeof written === "number" ? records[written] : written;
        const [rest, title, number, text = "", names = "", beside = ""] = row;
        const [kind, begin, ahead = 0] = kinds[number];
        const address = begin + rest;
        const labels = plan ? `${kind} ${plan}` : kind;
        return {
          address: whole(folder ? `${folder}/${address}` : address),
          folder,
          plan,
          kind,
          title,
          text,
          beside,
          ahead,
          texts: [title, names, beside, labels, text],
        };
      }),
    );
  }

  const indexOf = (records) =>
    indexed(
      records.map(({texts}) => texts),
      records.map(({ahead}) => ahead),
    );

  /* The whole site: its index, how it gives records, and its synonyms. */
  const wholeSite = once(async () => {
    const head = await load("assets/search-index");
    const synonyms = folded(head.synonyms);
    if (head.records) {
      const records = recordsIn(head);
      const plans = new Map(head.plans.map((plan) => [plan[0], plan]));
      const planOf = async (folder) => plans.get(folder);
      const at = async (numbers) => numbers.map((number) => records[number]);
      return {index: indexOf(records), records, synonyms, planOf, at};
    }
    const sharded = await load("assets/jinzai/search-shards");
    const shard = (number) => load(`assets/search/tokens-${number}`);
    const blockOf = once(async (number) =>
      recordsIn(await load(`assets/search/records-${number}`)),
    );
    async function at(numbers) {
      const names = [...new Set(numbers.map((number) => Math.floor(number / head.block)))];
      const blocks = await Promise.all(names.map(blockOf));
      const byName = new Map(names.map((name, place) => [name, blocks[place]]));
      return numbers.map(
        (number) => byName.get(Math.floor(number / head.block))[number % head.block],
      );
    }
    const planOf = (folder) => load(`${folder}/search`).catch(() => undefined);
    return {index: sharded(head.count, head.shards, shard), synonyms, planOf, at};
  });

  /* A plan by itself: its records, their index, its synonyms; null where there is no such plan. */
  const onePlan = once(async (folder) => {
    const site = await wholeSite("");
    const plan = PLAN.test(folder) ? await site.planOf(folder) : undefined;
    if (!plan) return null;
    const [, name, first, count, synonyms] = plan;
    const records = await site.at([...Array(count).keys()].map((place) => first + place));
    return {name, first, records, index: indexOf(records), synonyms: folded(synonyms)};
  });

  const guidePages = once(async () => {
    const records = recordsIn(await load("assets/search-guide"));
    return {index: indexOf(records), records};
  });

  const withRecords = (hits, records) => hits.map((hit) => ({...hit, record: records[hit.number]}));

  /* What fits a query: in the plan `folder`, if it is one, in all others, and `withGuide` in the guide. */
  async function find(query, folder, withGuide) {
    const site = await wholeSite("");
    const plan = folder ? await onePlan(folder) : null;
    const groups = [];
    let {parts, isCut} = asked(query, site.synonyms, most.words);
    if (plan) {
      const own = asked(query, [...site.synonyms, ...plan.synonyms], most.words);
      const hits = withRecords(ranked(plan.index, own.parts), plan.records);
      groups.push({folder, name: plan.name, hits});
      ({parts, isCut} = own);
    }
    const above = asked(query, site.synonyms, most.words).parts;
    await site.index.prepare?.(needed(above));
    const isOwn = ({number}) =>
      plan && number >= plan.first && number < plan.first + plan.records.length;
    const found = ranked(site.index, above).filter((hit) => !isOwn(hit));
    const hits = site.records ? withRecords(found, site.records) : found;
    groups.push({folder: "", name: "", hits});
    if (withGuide) {
      const guide = await guidePages("");
      const found = withRecords(ranked(guide.index, above), guide.records);
      groups.push({folder: "", name: "サイトの説明", hits: found});
    }
    return {parts, groups, isCut};
  }

  /* Promises the records of some hits. */
  async function recordsOf(hits) {
    const site = await wholeSite("");
    const missing = hits.filter(({record}) => !record).map(({number}) => number);
    const loaded = missing.length ? await site.at(missing) : [];
    return hits.map(({record}) => record ?? loaded.shift());
  }

  const shortened = (typed) => cut(typed.trim(), most.query);

  window.jinzaiSearch = {...window.jinzaiSearch, take, find, recordsOf, root, shortened};
})();
