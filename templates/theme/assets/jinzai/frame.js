/*
 * What the frame adds to a page that is complete without it:
 *
 * - the menu button of narrow windows works from the keyboard (it is the label of a checkbox);
 * - the list "on this page" marks the section that is being read;
 * - a button leads back to the top while one scrolls up;
 * - a table that is wider than its frame fades out where there is more of it;
 * - folded parts unfold for printing;
 * - a search from a page of a plan looks in that plan first (the search page leads on to all).
 *
 * What a hand-written page says may bear any id and any class, and is never taken for the frame.
 *
 * Reads    data-plan of .jz-nav, the plan of the page; the links of .jz-contents
 * Writes   role, tabindex and aria-expanded of .jz-menu; aria-current of the links of .jz-contents;
 *          hidden of .md-top; classes jz-more-before and jz-more-after of frames of tables;
 *          open and data-jz-unfolded of <details>, for printing; a field `plan` in forms that search
 * Stores   nothing
 */
(() => {
  "use strict";

  const main = document.getElementById("jz-main");

  /* The elements of the frame that a selector finds. */
  const ofFrame = (selector) =>
    [...document.querySelectorAll(selector)].filter((found) => !main.contains(found));

  const [menu] = ofFrame(".jz-menu");
  const drawer = document.getElementById("__drawer");
  if (menu && drawer) {
    drawer.checked = false; /* Some browsers keep it open over a reload. */
    const tell = () => menu.setAttribute("aria-expanded", String(drawer.checked));
    menu.tabIndex = 0;
    menu.setAttribute("role", "button");
    menu.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        drawer.click();
      }
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && drawer.checked) {
        drawer.click();
        menu.focus();
      }
    });
    drawer.addEventListener("change", tell);
    tell();
  }

  const plan = ofFrame(".jz-nav[data-plan]")[0]?.dataset.plan;
  if (plan !== undefined) {
    for (const form of ofFrame("form.jz-search-box")) {
      const field = form.appendChild(document.createElement("input"));
      field.type = "hidden";
      field.name = "plan";
      field.value = plan;
    }
    for (const link of ofFrame("a.jz-search-link")) {
      link.search = `?plan=${encodeURIComponent(plan)}`;
    }
  }

  /* Calls `look` now and, once a frame, while the window scrolls. */
  function whileScrolling(look) {
    let isWaiting = false;
    const wait = () => {
      if (isWaiting) return;
      isWaiting = true;
      window.requestAnimationFrame(() => {
        isWaiting = false;
        look();
      });
    };
    window.addEventListener("scroll", wait, {passive: true});
    look();
  }

  /* Percent-decoded as the URL standard says: what is no escape stays as it is. */
  function decoded(fragment) {
    return fragment.replace(/(%[0-9a-f]{2})+/gi, (escapes) => {
      const bytes = escapes
        .slice(1)
        .split("%")
        .map((digits) => Number.parseInt(digits, 16));
      return new TextDecoder("utf-8", {ignoreBOM: true}).decode(new Uint8Array(bytes));
    });
  }

  const named = (name) =>
    document.getElementById(name) ??
    [...document.getElementsByName(name)].find((element) => element.tagName === "A");

  /* Where a link within the page leads (HTML standard, "the indicated part of the document"). */
  function indicated(link) {
    const fragment = link.hash.slice(1);
    return named(fragment) ?? named(decoded(fragment));
  }

  const links = ofFrame(".md-sidebar .jz-contents a[href^='#']");
  const sections = links.map(indicated);
  if (links.length) {
    whileScrolling(() => {
      let current = -1;
      for (const [place, section] of sections.entries()) {
        if (section?.getBoundingClientRect().top < window.innerHeight / 3) current = place;
      }
      for (const [place, link] of links.entries()) {
        if (place === current) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    });
  }

  const [up] = ofFrame(".md-top");
  if (up) {
    let before = window.scrollY;
    whileScrolling(() => {
      const now = window.scrollY;
      if (now !== before) up.hidden = now > before || now < window.innerHeight / 2;
      before = now;
    });
    up.addEventListener("click", () => {
      window.scrollTo(0, 0);
      main.focus();
    });
  }

  /* Where the list of pages is long, the one that is open stands in view. */
  const [list] = ofFrame(".md-sidebar--primary .md-sidebar__scrollwrap");
  const open = list?.querySelector("[aria-current]");
  if (open) {
    const below = open.getBoundingClientRect().bottom - list.getBoundingClientRect().bottom;
    if (below > 0) list.scrollTop += below + list.clientHeight / 2;
  }

  const frames = [...document.querySelectorAll(".jz-table-frame, .jz-beside-frame--wide")];
  /* All are measured before any is changed, so that the page is laid out once, not for each. */
  function fade(some) {
    const measured = some.map(({scrollLeft, scrollWidth, clientWidth}) => ({
      before: scrollLeft,
      after: scrollWidth - clientWidth - scrollLeft,
    }));
    for (const [place, rest] of measured.entries()) {
      some[place].classList.toggle("jz-more-before", rest.before > 1);
      some[place].classList.toggle("jz-more-after", rest.after > 1);
    }
  }
  for (const frame of frames) {
    frame.addEventListener("scroll", () => fade([frame]), {passive: true});
  }
  window.addEventListener("resize", () => fade(frames));
  fade(frames);

  const FOLDED = "#jz-main details:not([open]):not(.jz-onpage):not(.jz-fold:not(.jz-heats-fold))";
  window.addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll(FOLDED)) {
      details.open = true;
      details.dataset.jzUnfolded = "";
    }
  });
  window.addEventListener("afterprint", () => {
    for (const details of document.querySelectorAll("details[data-jz-unfolded]")) {
      details.open = false;
      delete details.dataset.jzUnfolded;
    }
  });
})();
