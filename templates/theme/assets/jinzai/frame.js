/*
 * What the frame adds to a page that is complete without it:
 *
 * - the menu button of narrow windows works from the keyboard (it is the label of a checkbox);
 * - the list "on this page" marks the section that is being read;
 * - folded parts unfold for printing.
 */
(function () {
  "use strict";

  var menu = document.querySelector(".jz-menu");
  var drawer = document.getElementById("__drawer");
  if (menu && drawer) {
    var tell = function () {
      menu.setAttribute("aria-expanded", String(drawer.checked));
    };
    menu.tabIndex = 0;
    menu.setAttribute("role", "button");
    menu.addEventListener("keydown", function (event) {
      if (event.key === "Enter" || event.key === " ") {
        /* Material answers Enter on any label, too: once is enough. */
        event.preventDefault();
        event.stopPropagation();
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

  var links = Array.prototype.slice.call(document.querySelectorAll(".md-sidebar .jz-contents a[href^='#']"));
  var sections = links.map(function (link) {
    return document.getElementById(decodeURIComponent(link.hash.slice(1)));
  });
  if (links.length) {
    var waiting = false;
    var markCurrent = function () {
      waiting = false;
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
    };
    window.addEventListener(
      "scroll",
      function () {
        if (!waiting) {
          waiting = true;
          window.requestAnimationFrame(markCurrent);
        }
      },
      { passive: true }
    );
    markCurrent();
  }

  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("#jz-main details:not([open]):not(.jz-onpage):not(.jz-fold)").forEach(function (details) {
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
