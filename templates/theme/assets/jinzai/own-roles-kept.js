/*
 * The roles that a reader holds, as they stand in an address and, if the reader wants it, in this
 * browser; and what home and the pages of roles make of them.
 *
 * A set is a list with commas: `plan:role`, `plan:role/level`, and `plan@department` for the
 * department of all roles of a plan.
 *
 * Reads    #jz-own-home: data-page, the page of the set. Of the link .jz-own-add: data-role, the
 *          role of its page as it stands in a set; its href leads to that set alone
 * Writes   into #jz-own-home a line that leads to what is kept; hidden of both; the link's href
 * Stores   in localStorage, by jinzaiReader: `me`, the set, and `me-names`, the roles' names
 * Without  localStorage: nothing is kept, and the link leads to its own role
 * Gives    window.jinzaiOwnRoles
 */
(() => {
  "use strict";

  const reader = window.jinzaiReader;
  const LONGEST_ID = 64;
  const MOST_NAMES = 300; /* characters */

  const isId = (text) => text.length <= LONGEST_ID && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

  /* Whether a text is an item of a set. */
  function isItem(text) {
    const [, plan, sign, rest] = /^([^:@]+)([:@])(.+)$/.exec(text) ?? [];
    if (!plan || !isId(plan)) return false;
    const ids = sign === ":" ? rest.split("/") : [rest];
    return ids.length <= 2 && ids.every(isId);
  }

  const kept = () => reader.recalledIds("me", isItem);

  function keep(items, names) {
    reader.remember("me", items.join(","));
    reader.remember("me-names", items.length ? reader.cut(names, MOST_NAMES) : "");
  }

  window.jinzaiOwnRoles = {isItem, kept, keep};

  const address = (page, items) => `${page}?me=${items.join(",")}`;

  const home = document.getElementById("jz-own-home");
  if (home && kept().length) {
    const link = document.createElement("a");
    link.href = address(home.dataset.page, kept());
    link.textContent = "わたしの役割";
    const names = reader.recalled("me-names", (text) => text.length <= MOST_NAMES);
    home.replaceChildren(link, names && `：${names}`);
    home.hidden = false;
  }

  for (const link of document.querySelectorAll(".jz-own-add")) {
    const {role} = link.dataset;
    const [page] = link.getAttribute("href").split("?");
    const isKept = kept().some((item) => item === role || item.startsWith(`${role}/`));
    if (kept().length) link.href = address(page, isKept ? kept() : [...kept(), role]);
    if (isKept) link.textContent = "わたしの役割を見る";
    link.hidden = false;
  }
})();
