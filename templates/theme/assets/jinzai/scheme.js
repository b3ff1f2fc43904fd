/*
 * The colour scheme: the reader's choice, or what the system prefers.
 *
 * Loaded in the header, below the buttons `.jz-scheme`, before anything of the page is painted.
 * Each button names in `data-scheme` the scheme that it stands for and in `title` what pressing
 * it changes to: the next one. Without this script all stay hidden and the first scheme holds.
 */
(function () {
  "use strict";

  document.documentElement.className = "js";

  var buttons = Array.prototype.slice.call(document.querySelectorAll(".jz-scheme"));
  if (!buttons.length) return;

  /* Sites that share a host (or, on a disk, a drive) do not share the choice. */
  var key = new URL("../..", document.currentScript.src).pathname + "jinzai.scheme";

  function stored() {
    try {
      return window.localStorage.getItem(key);
    } catch (refused) {
      return null; /* A browser may keep a page from storing; the system's choice holds. */
    }
  }

  function preferred() {
    return buttons.filter(function (button) {
      var media = button.getAttribute("data-media");
      return media && window.matchMedia(media).matches;
    })[0];
  }

  function chosen() {
    var scheme = stored();
    return buttons.filter(function (button) {
      return button.getAttribute("data-scheme") === scheme;
    })[0];
  }

  function show(current) {
    buttons.forEach(function (button) {
      button.hidden = button !== current;
    });
    document.body.setAttribute("data-md-color-scheme", current.getAttribute("data-scheme"));
    document.body.setAttribute("data-md-color-primary", current.getAttribute("data-primary"));
  }

  function follow() {
    show(chosen() || preferred() || buttons[0]);
  }

  buttons.forEach(function (button, number) {
    button.addEventListener("click", function () {
      var next = buttons[(number + 1) % buttons.length];
      try {
        window.localStorage.setItem(key, next.getAttribute("data-scheme"));
      } catch (refused) {
        /* The choice then holds for this page. */
      }
      show(next);
      next.focus();
    });
    var media = button.getAttribute("data-media");
    if (media) window.matchMedia(media).addEventListener("change", follow);
  });
  follow();
})();
