/*
 * Reloads the page when `build.py serve` shows something else.
 *
 * The pages' policy forbids fetch and EventSource (connect-src 'none') and stays as it will be
 * published; so the question is a script that the server answers when there is news, or after a
 * while without. A page that nobody sees does not ask: a browser has few connections to a server.
 */
(function () {
  "use strict";

  var script = document.currentScript;
  var seen = script.getAttribute("data-version");
  var asking = false;
  var number = 0;

  function ask() {
    if (asking || document.hidden) {
      return;
    }
    asking = true;
    number += 1;
    var question = document.createElement("script");
    var answered = function (pause) {
      question.remove();
      window.setTimeout(function () {
        asking = false;
        ask();
      }, pause);
    };
    question.onload = function () {
      answered(0);
    };
    question.onerror = function () {
      /* The server is gone, or not yet back. */
      answered(1000);
    };
    question.src = new URL("wait.js?seen=" + seen + "&n=" + number, script.src).href;
    document.head.appendChild(question);
  }

  window.jinzaiServe = {
    version: function (version) {
      if (version !== seen) {
        window.location.reload();
      }
    }
  };

  document.addEventListener("visibilitychange", ask);
  /* Not earlier: a question in the air would keep the page from ever being loaded. */
  if (document.readyState === "complete") {
    ask();
  } else {
    window.addEventListener("load", function () {
      window.setTimeout(ask, 0);
    });
  }
})();
