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

  var reader = window.jinzaiReader;

  function preferred() {
    return buttons.filter(function (button) {
      var media = button.getAttribute("data-media");
      return media && window.matchMedia(media).matches;
    })[0];
  }

  function called(scheme) {
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
    show(called(reader.recalled("scheme", called)) || preferred() || buttons[0]);
  }

  buttons.forEach(function (button, number) {
    button.addEventListener("click", function () {
      var next = buttons[(number + 1) % buttons.length];
      reader.remember("scheme", next.getAttribute("data-scheme"));
      show(next);
      next.focus();
    });
    var media = button.getAttribute("data-media");
    if (media) window.matchMedia(media).addEventListener("change", follow);
  });
  follow();
})();
