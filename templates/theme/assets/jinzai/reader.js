/*
 * What a reader asks for: by the address of the page, and by what was chosen here before; and the
 * first of what was chosen, the colour scheme.
 *
 * Loaded in the header, below the buttons `.jz-scheme`, before all other scripts and before anything
 * of the page is painted. Address and storage come from outside: an address may have been written by
 * anybody, and what is stored may be broken. So all scripts read them here, where it is said how
 * much is read at most, and no text is too long or too strange to go on with.
 *
 * Reads    the address; of each button .jz-scheme: data-scheme and data-primary, what it stands for,
 *          and data-media, when the system prefers it. Its title says what pressing it changes to:
 *          the next one
 * Writes   a <script> in the head, when another script asks for the version of a file; the query of the address, in place (`tell`); class="js" of <html>; hidden of the buttons;
 *          data-md-color-scheme and data-md-color-primary of <body>
 * Stores   in localStorage: choices, each as "<path of the site>jinzai.<key>" (`remember`), among
 *          them the scheme. In sessionStorage, by the same names: what is carried (`carry`)
 * Without  localStorage: a choice holds for the page, and what the system prefers for the next.
 *          Without this script: all buttons stay hidden and the first scheme holds
 * Gives    window.jinzaiReader
 */
(() => {
  "use strict";

  /* More than anybody asks for: twelve plans, the most that stand side by side, take at most 779
     characters, and four sides of a detailed comparison 775. */
  const most = {
    characters: 10000 /* of a parameter or of what is remembered; the rest is not read */,
    ids: 100 /* in a list; the rest is not read */,
    named: 3 /* of ids in a message; the others are counted */,
    query: 300 /* characters that are searched for */,
    words: 30 /* words that are searched for */,
  };

  /* Sites that share a host (or, on a disk, a drive) do not share what is remembered. */
  const site = new URL("../..", document.currentScript.src).pathname;
  const root = document.currentScript.getAttribute("src").replace(/assets\/jinzai\/[^/]*$/, "");
  const stored = (key) => `${site}jinzai.${key}`;

  /* The first characters of a text, and no half of one. */
  function cut(text, length) {
    if (text.length <= length) return text;
    return text.slice(0, length).replace(/[\ud800-\udbff]$/, "");
  }

  const parameters = () => new URLSearchParams(window.location.search);
  const parameter = (key) => parameters().get(key) ?? "";

  /* What a list with commas says: `ids`, each once, that `isOne` takes for an id; `isCut`, whether
     there is more than is read; `isMixed`, whether something else stands among them. */
  function list(text, isOne) {
    const read = cut(text, most.characters);
    const isCut = read !== text;
    const parts = read.split(",");
    if (isCut) parts.pop(); /* what is left of it may look like another id */
    const named = parts.filter(Boolean);
    const ids = named.filter(isOne);
    const once = [...new Set(ids)];
    return {
      ids: once.slice(0, most.ids),
      isCut: isCut || once.length > most.ids,
      isMixed: ids.length < named.length,
    };
  }

  /* Remembers a choice; an empty one is forgotten. */
  function remember(key, value) {
    try {
      if (value) window.localStorage.setItem(stored(key), value);
      else window.localStorage.removeItem(stored(key));
    } catch {
      /* A browser may keep nothing; then the choice holds for this page. */
    }
  }

  /* Carries a choice from page to page until the tab is closed; an empty one is dropped. */
  function carry(key, value) {
    try {
      if (value) window.sessionStorage.setItem(stored(key), value);
      else window.sessionStorage.removeItem(stored(key));
    } catch {
      /* As in `remember`. */
    }
  }

  /* The ids of a carried list. */
  function carriedIds(key, isOne) {
    try {
      return list(window.sessionStorage.getItem(stored(key)) ?? "", isOne).ids;
    } catch {
      return [];
    }
  }

  /* What was remembered, or nothing: what is no choice of ours (`isGood`) is forgotten. */
  function recalled(key, isGood) {
    let text;
    try {
      text = window.localStorage.getItem(stored(key)) ?? "";
    } catch {
      return "";
    }
    if (!text || (text.length <= most.characters && isGood(text))) return text;
    remember(key, "");
    return "";
  }

  /* The ids of a remembered list; a list that is not as we write it is forgotten. */
  function recalledIds(key, isOne) {
    const isOurs = (text) => list(text, isOne).ids.join(",") === text;
    return list(recalled(key, isOurs), isOne).ids;
  }

  /* Says in the address what is chosen; what is empty stands not in it. */
  function tell(values) {
    const query = parameters();
    for (const [key, value] of Object.entries(values)) {
      if (value) query.set(key, value);
      else query.delete(key);
    }
    const text = query
      .toString()
      .replace(/%2F/g, "/")
      .replace(/%2C/g, ",")
      .replace(/%40/g, "@")
      .replace(/%3A/g, ":");
    const {pathname, hash} = window.location;
    try {
      window.history.replaceState(null, "", pathname + (text && `?${text}`) + hash);
    } catch {
      /* A browser may refuse to change a file's address; choosing works all the same. */
    }
  }

  /* Promises the versions of all folders that scripts load files from (jinzai/publish/versions.py).
     They are asked for anew by each page that needs them; without them the files come without one. */
  let versions;
  function allVersions() {
    versions ??= new Promise((resolve) => {
      const script = document.createElement("script");
      script.src = `${root}assets/versions.js?v=${Date.now()}`;
      window.jinzaiVersions = resolve;
      for (const end of ["load", "error"]) script.addEventListener(end, () => resolve({}));
      document.head.append(script);
    });
    return versions;
  }

  /* Promises the address of a file of the site with its version. `href` leads to it from the page. */
  async function versioned(href) {
    const path = new URL(href, document.baseURI).pathname.slice(site.length);
    const [folder, name] = [path.replace(/[^/]*$/, ""), path.replace(/^.*\//, "")];
    const all = await allVersions();
    const version = all[folder] ?? all[name];
    return version ? `${href}?v=${version}` : href;
  }

  window.jinzaiReader = {
    versioned,
    most,
    cut,
    /* A parameter of the address; empty without it. */
    asked: (key) => cut(parameter(key), most.characters),
    isAsked: (key) => parameters().has(key),
    askedIds: (key, isOne) => list(parameter(key), isOne),
    tell,
    recalled,
    recalledIds,
    remember,
    carry,
    carriedIds,
  };

  /* The colour scheme */

  document.documentElement.className = "js";

  const buttons = [...document.querySelectorAll(".jz-scheme")];
  const preferred = () =>
    buttons.find(({dataset}) => dataset.media && window.matchMedia(dataset.media).matches);
  const called = (scheme) => buttons.find(({dataset}) => dataset.scheme === scheme);

  function show(current) {
    for (const button of buttons) button.hidden = button !== current;
    document.body.dataset.mdColorScheme = current.dataset.scheme;
    document.body.dataset.mdColorPrimary = current.dataset.primary;
  }

  const follow = () => show(called(recalled("scheme", called)) ?? preferred() ?? buttons[0]);

  for (const [place, button] of buttons.entries()) {
    button.addEventListener("click", () => {
      const next = buttons[(place + 1) % buttons.length];
      remember("scheme", next.dataset.scheme);
      show(next);
      next.focus();
    });
    const {media} = button.dataset;
    if (media) window.matchMedia(media).addEventListener("change", follow);
  }
  if (buttons.length) follow();
})();
