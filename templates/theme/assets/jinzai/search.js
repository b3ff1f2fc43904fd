/*
 * The search page (templates/site/search.html): results for what the address or the box asks for.
 *
 * Results are in the order of how well they fit: of a plan, if one is chosen, and then of all plans.
 * Pages about the site itself come last, unless one of them fits best.
 * Where nothing fits well, the nearest are shown, and the page says so. Chips narrow the results to a
 * plan or to a kind. From the box the first result is two stops of the keyboard away: the chips are
 * one stop, and the arrows lead from one to the next.
 *
 * Reads    by id: `jz-search` (hidden until this script runs), in it `jz-search-form` with the input
 *          `jz-search-query` (name q), `jz-search-status` (a live region), `jz-search-chips` (an
 *          empty toolbar) and `jz-search-results`
 * Writes   hidden and the text of these, chips and results; q, plan and kind in the address. Texts
 *          become text nodes only
 * Stores   nothing
 * Without  it the page leads to lists of everything
 */
(() => {
  "use strict";

  const {excerpt, find, recordsOf, item, made, shortened} = window.jinzaiSearch;
  const reader = window.jinzaiReader;
  const frame = document.getElementById("jz-search");
  const form = document.getElementById("jz-search-form");
  const input = document.getElementById("jz-search-query");
  const status = document.getElementById("jz-search-status");
  const chips = document.getElementById("jz-search-chips");
  const results = document.getElementById("jz-search-results");
  const SHOWN = 20;
  const NEAR = 5;
  const CHIPS = 8;
  const ALL_PLANS = "すべての計画";
  const ALL_KINDS = "すべての種類";

  let plan = reader.asked("plan");
  let kind = reader.asked("kind");
  let run = 0;

  const good = (group) => group.hits.filter(({isGood}) => isGood);
  const ofKind = (hits) => hits.filter(({record}) => !kind || !record || record.kind === kind);

  /* How many good hits there are of each value, the most first; hits without a record have none. */
  function counted(groups, value) {
    const counts = new Map();
    for (const {record} of groups.flatMap(good)) {
      if (record && value(record)) counts.set(value(record), (counts.get(value(record)) ?? 0) + 1);
    }
    return [...counts].sort((one, other) => other[1] - one[1]).slice(0, CHIPS);
  }

  function chip(text, isPressed, choose) {
    const button = made("button", "jz-narrow__choice", text);
    button.type = "button";
    button.setAttribute("aria-pressed", String(isPressed));
    button.addEventListener("click", () => {
      choose();
      start();
    });
    return button;
  }

  function chipsOf(label, all, values, chosen, choose) {
    const row = made("div", "jz-narrow__row");
    row.setAttribute("role", "group");
    row.setAttribute("aria-label", label);
    row.append(made("span", "jz-narrow__label", label));
    row.append(chip(all, !chosen, () => choose("")));
    for (const [value, text] of values) {
      row.append(chip(text, value === chosen, () => choose(value)));
    }
    return row;
  }

  /* The chips: one of them is a stop of the keyboard. */
  function showChips(groups) {
    const names = new Map();
    for (const {record} of groups.flatMap(({hits}) => hits)) {
      if (record?.folder) names.set(record.folder, record.plan);
    }
    const [own] = groups;
    if (own.folder) names.set(own.folder, own.name);
    const plans = counted(groups, ({folder}) => folder).map(([folder, count]) => [
      folder,
      `${names.get(folder)}（${count}件）`,
    ]);
    if (own.folder && !plans.some(([folder]) => folder === own.folder)) {
      plans.unshift([own.folder, `${own.name}（0件）`]);
    }
    const kinds = counted(groups, (record) => record.kind);
    if (kind && !kinds.some(([value]) => value === kind)) kinds.unshift([kind, 0]);
    const focused = chips.contains(document.activeElement) && document.activeElement.textContent;
    chips.replaceChildren();
    if (plans.length > 1 || plan) {
      chips.append(
        chipsOf("計画", ALL_PLANS, plans, plan, (value) => {
          plan = value;
        }),
      );
    }
    if (kinds.length > 1 || kind) {
      const texts = kinds.map(([value, count]) => [value, `${value}（${count}件）`]);
      chips.append(
        chipsOf("種類", ALL_KINDS, texts, kind, (value) => {
          kind = value;
        }),
      );
    }
    const buttons = [...chips.querySelectorAll("button")];
    const nameOf = (text) => text.replace(/（\d+件）$/, "");
    const stop =
      buttons.find((button) => focused && nameOf(button.textContent) === nameOf(focused)) ??
      buttons[0];
    for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
    if (focused) (stop ?? input).focus();
    chips.hidden = !buttons.length;
  }

  chips.addEventListener("keydown", (event) => {
    const buttons = [...chips.querySelectorAll("button")];
    const step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
    const at = buttons.indexOf(document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    const next = buttons[(at + step + buttons.length) % buttons.length];
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  });

  /* Puts the first hits into a new list, and a button for more of them below it. */
  async function list(hits, parts) {
    const found = made("ol", "jz-search__results");
    const more = made("button", "jz-button");
    more.type = "button";
    let shown = 0;
    async function showMore() {
      const next = await recordsOf(hits.slice(shown, shown + SHOWN));
      const entries = next.map((record) => {
        const entry = item(record, parts);
        entry.append(...excerpt(record, parts));
        return entry;
      });
      found.append(...entries);
      shown += next.length;
      more.hidden = shown >= hits.length;
      more.textContent = `続きを表示（残り${hits.length - shown}件）`;
      return entries[0];
    }
    more.addEventListener("click", async () => (await showMore())?.querySelector("a").focus());
    await showMore();
    return [found, more];
  }

  /* A group of results below its heading. */
  async function section(heading, hits, parts) {
    const part = made("section");
    if (heading) part.append(made("h2", "jz-search__group", heading));
    part.append(...(hits.length ? await list(hits, parts) : []));
    return part;
  }

  /* What is said of the results. */
  function told(query, counts, isNear, isCut) {
    const found = counts.map(([name, count]) => `${name}${count}件`).join("、");
    let said = `「${query}」：${found}`;
    if (!query) said = "言葉を入力すると、ここに結果が出ます。";
    else if (isNear) said = `「${query}」にぴったり合うものはありません。近いものを示します。`;
    else if (!counts.some(([, count]) => count)) {
      said =
        `「${query}」に合うものはありませんでした。` +
        "言葉を短くするか、別の言い方を試してください。下の一覧からも探せます。";
    }
    if (isCut) {
      const {most} = reader;
      said += ` 探す言葉が多すぎるため、初めの${most.query}文字、${most.words}語までで探しました。`;
    }
    return said;
  }

  /* The places of the groups as they are shown. Those about the site are the last, unless the first
     of them fits better than all of the plans. */
  function order(kept) {
    const places = [...kept.keys()];
    const best = ([hit]) => hit?.score ?? 0;
    const guide = places.pop();
    if (places.every((place) => best(kept[guide]) > best(kept[place]))) return [guide, ...places];
    return [...places, guide];
  }

  async function show(query, found, isCut) {
    const {parts, groups} = found;
    const [own] = groups;
    plan = own.folder;
    const kept = groups.map((group) => ofKind(good(group)));
    const isNear = kept.every((hits) => !hits.length);
    const near = isNear ? ofKind(groups.flatMap(({hits}) => hits)).slice(0, NEAR) : [];
    const names = groups.map(({name}) => (name ? `${name}に` : plan ? "ほかに" : ""));
    const sections = [];
    for (const place of order(kept)) {
      const heading = groups[place].name || (plan ? "すべての計画で" : "");
      if (kept[place].length) sections.push(await section(heading, kept[place], parts));
    }
    if (near.length) sections.push(await section("近いもの", near, parts));
    return () => {
      showChips(groups);
      results.replaceChildren(...sections);
      const counts = kept
        .map((hits, place) => [names[place], hits.length])
        .filter(([, count], place) => count || place < kept.length - 1);
      status.textContent = told(query, counts, near.length > 0, isCut);
    };
  }

  async function start() {
    run += 1;
    const mine = run;
    const typed = input.value.trim();
    const query = shortened(typed);
    let finish;
    try {
      const found = await find(query, plan, true);
      finish = await show(query, found, found.isCut || query !== typed);
    } catch {
      finish = () => {
        results.replaceChildren();
        status.textContent =
          "検索のデータを読み込めませんでした。ページを開き直してください。下の一覧からも探せます。";
      };
    }
    if (mine !== run) return;
    finish();
    reader.tell({q: query, plan, kind});
  }

  input.addEventListener("input", (event) => {
    if (!event.isComposing) start();
  });
  input.addEventListener("compositionend", start);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    start();
  });
  /* Results follow the typing, and Enter works; the button is no stop on the way to them. */
  form.querySelector("button").tabIndex = -1;

  input.value = reader.asked("q");
  frame.hidden = false;
  start();
  if (!input.value) input.focus();
})();
