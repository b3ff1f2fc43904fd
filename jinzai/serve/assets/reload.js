/*
 * Reloads the page when `build.py serve` shows something else.
 *
 * The pages' policy forbids fetch and EventSource (connect-src 'none') and stays as it will be
 * published; so the question is a script that the server answers when there is news, or after a
 * while without. A page that nobody sees does not ask: a browser has few connections to a server.
 *
 * Reads    data-version of its own <script>: what the page shows
 * Writes   a <script> into <head> while it asks
 * Stores   nothing
 * Without  it the page is reloaded by hand
 * Gives    window.jinzaiServe, which an answer calls
 */
(() => {
  "use strict";

  const {currentScript} = document;
  const home = currentScript.src;
  const seen = currentScript.dataset.version;
  let isAsking = false;
  let number = 0;

  function ask() {
    if (isAsking || document.hidden) return;
    isAsking = true;
    number += 1;
    const question = document.createElement("script");
    const answered = (pause) => {
      question.remove();
      window.setTimeout(() => {
        isAsking = false;
        ask();
      }, pause);
    };
    question.addEventListener("load", () => answered(0));
    /* The server is gone, or not yet back. */
    question.addEventListener("error", () => answered(1000));
    question.src = new URL(`wait.js?seen=${seen}&n=${number}`, home).href;
    document.head.append(question);
  }

  window.jinzaiServe = {
    version(version) {
      if (version !== seen) window.location.reload();
    },
  };

  document.addEventListener("visibilitychange", ask);
  /* Not earlier: a question in the air would keep the page from ever being loaded. */
  if (document.readyState === "complete") ask();
  else window.addEventListener("load", () => window.setTimeout(ask, 0));
})();
