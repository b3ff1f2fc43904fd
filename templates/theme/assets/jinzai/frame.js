/*
 * What the frame adds to a page that is complete without it:
 *
 * - the menu of narrow windows is a button (without this script, a checkbox and its label);
 * - a fold opens that the address, or a link within the page, leads into;
 * - a button leads back to the top while one scrolls up;
 * - a table that is wider than its frame fades out where there is more of it;
 * - folded parts unfold for printing;
 * - a search from a page of a plan looks in that plan first;
 * - the box of the search loads what finds results while one types (search-box.js).
 *
 * What a hand-written page says may bear any id and any class, and is never taken for the frame.
 *
 * Reads    data-plan of .jz-nav, the plan of the page; the fragment of the address
 * Writes   a <button> in place of .jz-menu, with aria-expanded; hidden of the checkbox #__drawer and
 *          of .md-top; classes jz-more-before
 *          and jz-more-after of frames of tables; open of <details> that the address leads into;
 *          open and data-jz-unfolded of <details>, for printing; a field `plan` in forms that search;
 *          a <script> in the head
 * Stores   nothing
 */
(() => {
  "use strict";

  const main = document.getElementById("jz-main");

  /* The elements of the frame that a selector finds. */
  const ofFrame = (selector) =>
    [...document.querySelectorAll(selector)].filter((found) => !main.contains(found));

  const [label] = ofFrame(".jz-menu");
  const drawer = document.getElementById("__drawer");
  if (label && drawer) {
    drawer.checked = false; /* Some browsers keep it open over a reload. */
    drawer.hidden = true;
    const menu = document.createElement("button");
    menu.type = "button";
    menu.className = label.className;
    menu.title = label.title;
    menu.append(...label.childNodes);
    label.replaceWith(menu);
    const tell = () => menu.setAttribute("aria-expanded", String(drawer.checked));
    menu.addEventListener("click", () => drawer.click());
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

  /* The search is loaded when its box is used for the first time. */
  const [box] = ofFrame("form.jz-search-box");
  const own = document.currentScript.getAttribute("src");
  async function loadSearch() {
    const script = document.createElement("script");
    script.src = await window.jinzaiReader.versioned(own.replace(/[^/]*$/, "search-box.js"));
    document.head.append(script);
  }
  box?.addEventListener("focusin", loadSearch, {once: true});

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

  /* Where an address within the page leads (HTML standard, "the indicated part of the document"). */
  function indicated({hash}) {
    const fragment = hash.slice(1);
    return fragment ? (named(fragment) ?? named(decoded(fragment))) : undefined;
  }

  /* Opens the folds around the place where an address leads, and the fold that is this place. */
  function unfold(address) {
    const target = indicated(address);
    let isOpened = false;
    for (let at = target; at; at = at.parentElement) {
      if (at.tagName === "DETAILS" && !at.open) {
        at.open = true;
        isOpened = true;
      }
    }
    if (isOpened) target.scrollIntoView();
  }

  window.addEventListener("hashchange", () => unfold(window.location));
  document.addEventListener("click", ({target}) => {
    /* The address stays the same where one follows a link again after closing the fold. */
    const link = target instanceof Element ? target.closest("a[href]") : null;
    if (link?.href === window.location.href) unfold(link);
  });
  unfold(window.location);

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
  const [list] = ofFrame(".md-sidebar__scrollwrap");
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

  const FOLDED = "#jz-main details:not([open]):not(.jz-fold:not(.jz-heats-fold))";
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
