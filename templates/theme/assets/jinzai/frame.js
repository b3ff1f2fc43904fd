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
 */
(function () {
  "use strict";

  var main = document.getElementById("jz-main");

  /* The elements of the frame that a selector finds. */
  function ofFrame(selector) {
    return Array.prototype.filter.call(document.querySelectorAll(selector), function (found) {
      return !main.contains(found);
    });
  }

  var menu = ofFrame(".jz-menu")[0];
  var drawer = document.getElementById("__drawer");
  if (menu && drawer) {
    drawer.checked = false; /* Some browsers keep it open over a reload. */
    var tell = function () {
      menu.setAttribute("aria-expanded", String(drawer.checked));
    };
    menu.tabIndex = 0;
    menu.setAttribute("role", "button");
    menu.addEventListener("keydown", function (event) {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        drawer.click();
      }
    });
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && drawer.checked) {
        drawer.click();
        menu.focus();
      }
    });
    drawer.addEventListener("change", tell);
    tell();
  }

  var ofPlan = ofFrame(".jz-nav[data-plan]")[0];
  if (ofPlan) {
    var plan = ofPlan.getAttribute("data-plan");
    ofFrame("form.jz-search-box").forEach(function (form) {
      var field = form.appendChild(document.createElement("input"));
      field.type = "hidden";
      field.name = "plan";
      field.value = plan;
    });
    ofFrame("a.jz-search-link").forEach(function (link) {
      link.search = "?plan=" + encodeURIComponent(plan);
    });
  }

  /* Calls `look` now and, once a frame, while the window scrolls. */
  function whileScrolling(look) {
    var waiting = false;
    window.addEventListener(
      "scroll",
      function () {
        if (waiting) return;
        waiting = true;
        window.requestAnimationFrame(function () {
          waiting = false;
          look();
        });
      },
      { passive: true }
    );
    look();
  }

  /* Percent-decoded as the URL standard says: what is no escape stays as it is. */
  function decoded(fragment) {
    return fragment.replace(/(%[0-9a-f]{2})+/gi, function (escapes) {
      var bytes = escapes.slice(1).split("%").map(function (digits) {
        return parseInt(digits, 16);
      });
      return new TextDecoder("utf-8", { ignoreBOM: true }).decode(new Uint8Array(bytes));
    });
  }

  function named(name) {
    return document.getElementById(name) ||
      Array.prototype.filter.call(document.getElementsByName(name), function (element) {
        return element.tagName === "A";
      })[0];
  }

  /* Where a link within the page leads (HTML standard, "the indicated part of the document"). */
  function indicated(link) {
    var fragment = link.hash.slice(1);
    return named(fragment) || named(decoded(fragment));
  }

  var links = ofFrame(".md-sidebar .jz-contents a[href^='#']");
  var sections = links.map(indicated);
  if (links.length) {
    whileScrolling(function () {
      var current = -1;
      sections.forEach(function (section, number) {
        if (section && section.getBoundingClientRect().top < window.innerHeight / 3) {
          current = number;
        }
      });
      links.forEach(function (link, number) {
        if (number === current) {
          link.setAttribute("aria-current", "true");
        } else {
          link.removeAttribute("aria-current");
        }
      });
    });
  }

  var up = ofFrame(".md-top")[0];
  if (up) {
    var before = window.scrollY;
    whileScrolling(function () {
      var now = window.scrollY;
      if (now !== before) up.hidden = now > before || now < window.innerHeight / 2;
      before = now;
    });
    up.addEventListener("click", function () {
      window.scrollTo(0, 0);
      main.focus();
    });
  }

  /* Where the list of pages is long, the one that is open stands in view. */
  var list = ofFrame(".md-sidebar--primary .md-sidebar__scrollwrap")[0];
  var open = list && list.querySelector("[aria-current]");
  if (open) {
    var below = open.getBoundingClientRect().bottom - list.getBoundingClientRect().bottom;
    if (below > 0) list.scrollTop += below + list.clientHeight / 2;
  }

  var frames = Array.prototype.slice.call(
    document.querySelectorAll(".jz-table-frame, .jz-beside-frame--wide")
  );
  /* All are measured before any is changed, so that the page is laid out once, not for each. */
  function fade(some) {
    some.map(function (frame) {
      return [frame.scrollLeft, frame.scrollWidth - frame.clientWidth - frame.scrollLeft];
    }).forEach(function (rest, place) {
      some[place].classList.toggle("jz-more-before", rest[0] > 1);
      some[place].classList.toggle("jz-more-after", rest[1] > 1);
    });
  }
  frames.forEach(function (frame) {
    frame.addEventListener("scroll", fade.bind(null, [frame]), { passive: true });
  });
  window.addEventListener("resize", fade.bind(null, frames));
  fade(frames);

  window.addEventListener("beforeprint", function () {
    document
      .querySelectorAll("#jz-main details:not([open]):not(.jz-onpage):not(.jz-fold:not(.jz-heats-fold))")
      .forEach(function (details) {
        details.open = true;
        details.setAttribute("data-jz-unfolded", "");
      });
  });
  window.addEventListener("afterprint", function () {
    document.querySelectorAll("details[data-jz-unfolded]").forEach(function (details) {
      details.open = false;
      details.removeAttribute("data-jz-unfolded");
    });
  });
})();
