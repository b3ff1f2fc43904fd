/*
 * What the comparing scripts share: the plans' files, and how one thing of them is shown.
 *
 * A file is a script that calls `jinzaiPlan(id, plan)`, `jinzaiCells(id, cells)` or
 * `jinzaiPrefecture(code, plans)` (jinzai/render/page/data_script.py); it is loaded once, when it is
 * needed. Texts become text nodes only; cells are HTML that the site's own templates wrote, escaped
 * like a page's.
 *
 * A thing (`ComparedItem` of jinzai/render/compare/compared_item.py) is a list: text, href, note,
 * inferred, mark, label, style, state; what is empty at its end is left out.
 *
 * Reads    data-compare of `#jz-compare`: JSON, among it where the files are, and `words`, what the
 *          site's templates say too
 * Writes   scripts into <head>, one for each file that is needed
 * Stores   nothing
 * Without  `#jz-compare` nothing is done, by the other comparing scripts neither
 * Gives    window.jinzaiCompare, to which those scripts add what they give to each other
 */
(() => {
  "use strict";

  const root = document.getElementById("jz-compare");
  if (!root) return;

  const options = JSON.parse(root.dataset.compare);
  const {words} = options;
  const LONGEST_ID = 64;

  const come = new Map(); /* what a file handed over, by its address */
  const waiting = new Map(); /* who waits for it */

  /* Null, for what cannot be loaded, is not kept: who asks again tries again. */
  function arrived(file, value) {
    if (value) come.set(file, value);
    const asking = waiting.get(file) ?? [];
    waiting.delete(file);
    for (const then of asking) then(value);
  }

  /* Calls `then` with what the file hands over, or with null where it cannot be loaded. */
  function load(file, then) {
    if (come.has(file)) {
      then(come.get(file));
      return;
    }
    if (waiting.has(file)) {
      waiting.get(file).push(then);
      return;
    }
    waiting.set(file, [then]);
    const script = document.createElement("script");
    /* A server may answer with something that is no such script. */
    const ended = () => {
      if (waiting.has(file)) arrived(file, null);
    };
    script.addEventListener("load", ended);
    script.addEventListener("error", ended);
    window.jinzaiReader.versioned(file).then((source) => {
      script.src = source;
      document.head.append(script);
    });
  }

  const planFile = (id) => `${options.files}${id}.js`;
  const cellFile = (id) => `${options.cellFiles}${id}.js`;
  const prefectureFile = (code) => `${options.prefectureFiles}${code}.js`;
  window.jinzaiPlan = (id, plan) => arrived(planFile(id), plan);
  window.jinzaiCells = (id, cells) => arrived(cellFile(id), cells);
  window.jinzaiPrefecture = (code, plans) => arrived(prefectureFile(code), plans);

  /* An id as jinzai/model/words.py has it. It leads to a file, so nothing else may. */
  const isId = (text) => text.length <= LONGEST_ID && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

  /* A number of things as it is read out: 6つ, 12件. */
  function things(number) {
    const {counters} = words; /* one for each number; the last for all higher ones */
    return number + counters[Math.min(number, counters.length - 1)];
  }

  /* Words with a place `{name}` for each of the values. */
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  /* Some ids in a message: the first by their names, the others counted. */
  function named(ids) {
    const most = window.jinzaiReader.most.named;
    const more = ids.length > most ? `ほか${things(ids.length - most)}` : "";
    return `「${ids.slice(0, most).join("」「")}」${more}`;
  }

  /* What is said of what was asked for beyond the most: ids, and whether not all was read. */
  function surplus(ids, isCut) {
    return (
      (ids.length ? `${named(ids)}は、多すぎるため並べていません。` : "") +
      (isCut ? "アドレスが長すぎるため、初めの部分だけを読みました。" : "")
    );
  }

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function button(text) {
    const made = element("button", "jz-button", text);
    made.type = "button";
    return made;
  }

  /* A box with its words, put into `parent`; gives the box. */
  function checkbox(parent, text) {
    const label = parent.appendChild(element("label", "jz-check"));
    const box = label.appendChild(element("input"));
    box.type = "checkbox";
    box.autocomplete = "off";
    label.append(` ${text}`);
    return box;
  }

  const missing = (text) => element("span", "jz-missing", text);

  function shown(text, href, state) {
    if (state === "blank") return element("span", "jz-blank", text);
    if (state) return missing(text);
    if (!href) return text;
    const link = element("a", "", text);
    link.href = href;
    return link;
  }

  /* One thing, put into `parent`. */
  function put(parent, [text, href, note, isInferred, mark, label, style, state]) {
    if (mark) {
      const sign = element("b", `jz-mark jz-mark--${style}`, mark);
      sign.setAttribute("role", "img");
      sign.title = label;
      parent.append(sign, " ");
    }
    const name = shown(text, href, state);
    if (isInferred) {
      const line = parent.appendChild(element("span", "jz-inferred"));
      line.append(name, element("span", "jz-hidden", `（${words.inferred}）`));
    } else parent.append(name);
    if (note) parent.append(" ", element("span", "jz-small", note));
    return parent;
  }

  window.jinzaiCompare = {
    root,
    options,
    words,
    filled,
    element,
    missing,
    button,
    checkbox,
    things,
    put,
    named,
    surplus,
    isId,
    plan: (id, then) => load(planFile(id), then),
    cells: (id, then) => load(cellFile(id), then),
    prefecture: (code, then) => load(prefectureFile(code), then),
  };
})();
