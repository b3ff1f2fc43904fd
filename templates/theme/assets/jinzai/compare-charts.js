/*
 * A page whose tables stay as they are, with the chosen plans in them; and its bars, which are
 * drawn on the scale of what is shown where other plans' can come beside them (`data-shared`).
 */
(function () {
  "use strict";

  var slots = window.jinzaiSlots;
  var choose = window.jinzaiChoose;
  if (!slots || !choose) return;

  var details = window.jinzaiCompare.options.details; /* whether files have more than the page */

  /* A bar's lengths are in per cent of `data-full`; they are kept as they came. */
  function amounts(bar) {
    var full = Number(bar.getAttribute("data-full"));
    if (!bar.jinzaiAmounts) {
      bar.jinzaiAmounts = Array.prototype.map.call(bar.children, function (part) {
        var width = part.getAttribute("width");
        var isLength = /%$/.test(width) && !part.classList.contains("jz-length__track");
        return isLength ? (parseFloat(width) * full) / 100 : null;
      });
    }
    return bar.jinzaiAmounts;
  }

  function draw() {
    var scales = Object.create(null);
    document.querySelectorAll("svg[data-shared]").forEach(function (bar) {
      var name = bar.getAttribute("data-shared");
      if (!scales[name]) scales[name] = {bars: [], longest: 0};
      scales[name].bars.push(bar);
      scales[name].longest = Math.max.apply(null, [scales[name].longest].concat(amounts(bar)));
    });
    Object.keys(scales).forEach(function (name) {
      scales[name].bars.forEach(function (bar) {
        amounts(bar).forEach(function (amount, place) {
          if (amount === null) return;
          var share = scales[name].longest ? (100 * amount) / scales[name].longest : 0;
          bar.children[place].setAttribute("width", share.toFixed(1) + "%");
        });
      });
    });
  }

  choose({
    tools: details ? [{key: "full", text: "計画ごとの内訳も出す"}] : [],
    show: function (ids, told) {
      slots.put(ids, told.plans !== "" || told.full === "1");
      draw();
    },
  });
})();
