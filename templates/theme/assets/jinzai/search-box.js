/*
 * The search box of the header: results below it while somebody types.
 *
 * frame.js loads this script when the box is used for the first time; this script loads the others.
 * Results of the page's plan come first, then those of all plans. From the box the first result is two
 * stops of the keyboard away; Escape, or leaving the box, closes the list.
 *
 * Reads    form.jz-search-box with its input, and in it the field `plan` that frame.js wrote
 * Writes   <script> and <link> elements in the head; a list below the box. Texts become text nodes only
 * Stores   nothing
 * Without  it the form leads to the search page
 */
(() => {
  "use strict";

  const SCRIPTS = ["fold", "query", "rank", "load", "show"];
  const SHOWN = 8;
  const OF_PLAN = 5;
  const folder = document.currentScript.getAttribute("src").replace(/[^/]*$/, "");
  const form = document.querySelector("form.jz-search-box");
  const input = form.querySelector("input[type=search]");

  /* Promises the scripts, in their order. On the search page they are there. */
  async function scripts() {
    if (window.jinzaiSearch?.item) return;
    const {versioned} = window.jinzaiReader;
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = await versioned(`${folder}search-box.css`);
    document.head.append(style);
    const sources = SCRIPTS.map((name) => versioned(`${folder}search-${name}.js`));
    const loads = (await Promise.all(sources)).map((source) => {
      const script = document.createElement("script");
      script.src = source;
      script.async = false;
      return new Promise((resolve, reject) => {
        script.addEventListener("load", resolve);
        script.addEventListener("error", reject);
        document.head.append(script);
      });
    });
    await Promise.all(loads);
  }

  function begin() {
    const {find, recordsOf, item, made, shortened} = window.jinzaiSearch;
    const found = made("div", "jz-search-found");
    const status = found.appendChild(made("p", "jz-search-found__status"));
    const results = found.appendChild(made("div"));
    status.setAttribute("role", "status");
    found.hidden = true;
    form.append(found);
    let run = 0;

    const target = (query, plan) =>
      `${form.getAttribute("action")}?${new URLSearchParams({q: query, ...(plan && {plan})})}`;

    async function list(hits, parts) {
      const entries = made("ol", "jz-search-found__results");
      for (const record of await recordsOf(hits)) entries.append(item(record, parts));
      return entries;
    }

    async function look(query, plan) {
      const {parts, groups} = await find(query, plan, false);
      const good = groups.map(({hits}) => hits.filter(({isGood}) => isGood));
      const isNear = good.every((hits) => !hits.length);
      const kept = isNear ? groups.map(({hits}) => hits) : good;
      const shown = [];
      let left = SHOWN;
      for (const [place, hits] of kept.entries()) {
        const isLast = place === kept.length - 1;
        const first = hits.slice(0, isLast ? left : OF_PLAN);
        left -= first.length;
        if (!first.length) continue;
        if (kept.length > 1) {
          shown.push(made("p", "jz-search-found__group", groups[place].name || "すべての計画で"));
        }
        shown.push(await list(first, parts));
      }
      const count = good.reduce((sum, hits) => sum + hits.length, 0);
      let said = `${count}件`;
      if (isNear) said = "ぴったり合うものはありません。近いものを示します。";
      if (isNear && !shown.length) said = "合うものはありませんでした。";
      const more = made("a", "jz-search-found__more", "すべての結果を見る");
      more.setAttribute("href", target(query, plan));
      return {said, shown: [...shown, more]};
    }

    async function start() {
      run += 1;
      const mine = run;
      const query = shortened(input.value);
      const plan = form.elements.namedItem("plan")?.value ?? "";
      const seen = query ? await look(query, plan).catch(() => null) : null;
      if (mine !== run) return;
      found.hidden = !seen;
      if (!seen) return;
      results.replaceChildren(...seen.shown);
      status.textContent = seen.said;
    }

    const close = () => {
      run += 1;
      found.hidden = true;
    };
    input.addEventListener("input", (event) => {
      if (!event.isComposing) start();
    });
    input.addEventListener("compositionend", start);
    input.addEventListener("focus", start);
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || found.hidden) return;
      event.preventDefault();
      close();
      input.focus();
      close();
    });
    form.addEventListener("focusout", ({relatedTarget}) => {
      if (!form.contains(relatedTarget)) close();
    });
    start();
  }

  scripts().then(begin, () => {});
})();
