/*
 * A page whose tables stay as they are, with the chosen plans in them; and its bars, which are
 * drawn on the scale of what is shown where other plans' can come beside them.
 *
 * Reads    data-compare of `#jz-compare`: `details`, whether files have more than the page;
 *          data-shared of <svg>, the scale that a bar shares with others, and data-full, of how
 *          much the widths of its parts are per cent
 * Writes   width of the parts of these bars
 * Stores   nothing of its own (compare-choose.js)
 * Without  it the page shows its own plans, and each bar is drawn on the scale of all of these
 */
(() => {
  "use strict";

  const tools = window.jinzaiCompare;
  if (!tools?.choose) return;

  const {choose, options, slots, words} = tools;
  const known = new WeakMap(); /* the lengths of a bar's parts, as they came */

  /* The lengths of a bar's parts; null for a part that is none. */
  function lengths(bar) {
    const full = Number(bar.dataset.full);
    if (!known.has(bar)) {
      const parts = [...bar.children].map((part) => {
        const width = part.getAttribute("width") ?? "";
        const isLength = width.endsWith("%") && !part.classList.contains("jz-length__track");
        return isLength ? (Number.parseFloat(width) * full) / 100 : null;
      });
      known.set(bar, parts);
    }
    return known.get(bar);
  }

  function draw() {
    const bars = [...document.querySelectorAll("svg[data-shared]")];
    const longest = new Map(); /* by the name of the scale */
    for (const bar of bars) {
      const name = bar.dataset.shared;
      longest.set(name, Math.max(longest.get(name) ?? 0, ...lengths(bar)));
    }
    for (const bar of bars) {
      const most = longest.get(bar.dataset.shared);
      for (const [place, length] of lengths(bar).entries()) {
        if (length === null) continue;
        const share = most ? (100 * length) / most : 0;
        bar.children[place].setAttribute("width", `${share.toFixed(1)}%`);
      }
    }
  }

  choose({
    tools: options.details ? [{key: "full", text: words.details}] : [],
    show(ids, told) {
      slots.put(ids, told.plans !== "" || told.full === "1");
      draw();
    },
  });
})();
