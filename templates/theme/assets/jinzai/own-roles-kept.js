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
 * Stores   by jinzaiReader, in localStorage: `me`, the set, and `me-names`, the roles' names; in
 *          sessionStorage: `me`, the set that わたしの役割 showed last, so that a role can be added to it
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

  const keptNames = () => reader.recalled("me-names", (text) => text.length <= MOST_NAMES);

  /* The set that the tab has shown last; without one, the set that is kept. */
  function current() {
    const carried = reader.carriedIds("me", isItem);
    return carried.length ? carried : kept();
  }

  const carry = (items) => reader.carry("me", items.join(","));

  window.jinzaiOwnRoles = {isItem, kept, keptNames, keep, current, carry};

  const address = (page, items) => `${page}?me=${items.join(",")}`;

  const home = document.getElementById("jz-own-home");
  if (home && kept().length) {
    const link = document.createElement("a");
    link.href = address(home.dataset.page, kept());
    link.textContent = "わたしの役割";
    const names = keptNames();
    home.replaceChildren(link, names && `：${names}`);
    home.hidden = false;
  }

  for (const link of document.querySelectorAll(".jz-own-add")) {
    const {role} = link.dataset;
    const [page] = link.getAttribute("href").split("?");
    const held = current();
    const isHeld = held.some((item) => item === role || item.startsWith(`${role}/`));
    const items = isHeld ? held : [...held, role];
    if (held.length) link.href = address(page, items);
    if (isHeld) link.textContent = "わたしの役割を見る";
    /* Who adds to what is kept has it kept too; the page of the set then writes all names. */
    if (!isHeld && kept().length && held.join() === kept().join()) {
      link.addEventListener("click", () => keep(items, keptNames()));
    }
    link.hidden = false;
  }
})();
