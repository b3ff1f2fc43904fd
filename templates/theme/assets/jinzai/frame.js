/*
 * What the frame adds to a page that is complete without it:
 *
 * - the menu button of narrow windows works from the keyboard (it is the label of a checkbox);
 * - the list "on this page" marks the section that is being read;
 * - a button leads back to the top while one scrolls up;
 * - a table that is wider than its frame fades out where there is more of it;
 * - folded parts unfold for printing;
 * - a search from a page of a plan looks in that plan first (the search page leads on to all).
 */
(function () {
  "use strict";

  var menu = document.querySelector(".jz-menu");
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

  var ofPlan = document.querySelector(".jz-nav[data-plan]");
  if (ofPlan) {
    var plan = ofPlan.getAttribute("data-plan");
    document.querySelectorAll("form.jz-search-box").forEach(function (form) {
      var field = form.appendChild(document.createElement("input"));
      field.type = "hidden";
      field.name = "plan";
      field.value = plan;
    });
    document.querySelectorAll("a.jz-search-link").forEach(function (link) {
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

  var links = Array.prototype.slice.call(
    document.querySelectorAll(".md-sidebar .jz-contents a[href^='#']")
  );
  var sections = links.map(function (link) {
    return document.getElementById(decodeURIComponent(link.hash.slice(1)));
  });
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

  var up = document.querySelector(".md-top");
  if (up) {
    var before = window.scrollY;
    whileScrolling(function () {
      var now = window.scrollY;
      if (now !== before) up.hidden = now > before || now < window.innerHeight / 2;
      before = now;
    });
    up.addEventListener("click", function () {
      window.scrollTo(0, 0);
      document.getElementById("jz-main").focus();
    });
  }

  /* Where the list of pages is long, the one that is open stands in view. */
  var list = document.querySelector(".md-sidebar--primary .md-sidebar__scrollwrap");
  var open = list && list.querySelector("[aria-current]");
  if (open) {
    var below = open.getBoundingClientRect().bottom - list.getBoundingClientRect().bottom;
    if (below > 0) list.scrollTop += below + list.clientHeight / 2;
  }

  var frames = Array.prototype.slice.call(
    document.querySelectorAll(".jz-table-frame, .jz-beside-frame--wide")
  );
  function fade(frame) {
    var rest = frame.scrollWidth - frame.clientWidth - frame.scrollLeft;
    frame.classList.toggle("jz-more-before", frame.scrollLeft > 1);
    frame.classList.toggle("jz-more-after", rest > 1);
  }
  frames.forEach(function (frame) {
    frame.addEventListener("scroll", fade.bind(null, frame), { passive: true });
  });
  window.addEventListener("resize", function () {
    frames.forEach(fade);
  });
  frames.forEach(fade);

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
