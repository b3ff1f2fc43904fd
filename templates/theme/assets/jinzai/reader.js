/*
 * What a reader asks for: by the address of the page, and by what was chosen here before.
 *
 * Loaded in the header, before all other scripts. Both come from outside: an address may have been
 * written by anybody, and what is stored may be broken. So all scripts read them here, where it is
 * said how much is read at most, and no text is too long or too strange to go on with.
 */
(function () {
  "use strict";

  /* More than anybody asks for: twelve plans, the most that stand side by side, take at most 779
     characters, and four sides of a detailed comparison 775. */
  var MOST = {
    characters: 10000, /* of a parameter or of what is remembered; the rest is not read */
    ids: 100, /* in a list; the rest is not read */
    named: 3, /* of ids in a message; the others are counted */
    query: 300, /* characters that are searched for */
    words: 30, /* words that are searched for */
  };

  /* Sites that share a host (or, on a disk, a drive) do not share what is remembered. */
  var site = new URL("../..", document.currentScript.src).pathname;

  /* The first characters of a text, and no half of one. */
  function cut(text, most) {
    if (text.length <= most) return text;
    return text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
  }

  function parameters() {
    return new URLSearchParams(window.location.search);
  }

  function parameter(key) {
    return parameters().get(key) || "";
  }

  /* What a list with commas says: `ids`, each once, that `isOne` takes for an id; `isCut`, whether
     there is more than is read; `isMixed`, whether something else stands among them. */
  function list(text, isOne) {
    var read = cut(text, MOST.characters);
    var isCut = read !== text;
    var parts = read.split(",");
    if (isCut) parts.pop(); /* what is left of it may look like another id */
    parts = parts.filter(Boolean);
    var ids = parts.filter(isOne);
    var found = Object.create(null);
    var once = ids.filter(function (id) {
      var isNew = !found[id];
      found[id] = true;
      return isNew;
    });
    return {
      ids: once.slice(0, MOST.ids),
      isCut: isCut || once.length > MOST.ids,
      isMixed: ids.length < parts.length,
    };
  }

  /* Remembers a choice; an empty one is forgotten. */
  function remember(key, value) {
    try {
      if (value) window.localStorage.setItem(site + "jinzai." + key, value);
      else window.localStorage.removeItem(site + "jinzai." + key);
    } catch (refused) {
      /* A browser may keep nothing; then the choice holds for this page. */
    }
  }

  /* What was remembered, or nothing: what is no choice of ours (`isGood`) is forgotten. */
  function recalled(key, isGood) {
    try {
      var text = window.localStorage.getItem(site + "jinzai." + key) || "";
    } catch (refused) {
      return "";
    }
    if (!text || (text.length <= MOST.characters && isGood(text))) return text;
    remember(key, "");
    return "";
  }

  /* Says in the address what is chosen; what is empty stands not in it. */
  function tell(values) {
    var query = parameters();
    Object.keys(values).forEach(function (key) {
      if (values[key]) query.set(key, values[key]);
      else query.delete(key);
    });
    var text = query.toString().replace(/%2F/g, "/").replace(/%2C/g, ",").replace(/%40/g, "@");
    try {
      window.history.replaceState(
        null, "", window.location.pathname + (text && "?" + text) + window.location.hash
      );
    } catch (refused) {
      /* A browser may refuse to change a file's address; choosing works all the same. */
    }
  }

  window.jinzaiReader = {
    most: MOST,
    cut: cut,
    /* A parameter of the address; empty without it. */
    asked: function (key) {
      return cut(parameter(key), MOST.characters);
    },
    isAsked: function (key) {
      return parameters().has(key);
    },
    askedIds: function (key, isOne) {
      return list(parameter(key), isOne);
    },
    tell: tell,
    recalled: recalled,
    recalledIds: function (key, isOne) {
      return list(recalled(key, function (text) {
        return list(text, isOne).ids.join(",") === text;
      }), isOne).ids;
    },
    remember: remember,
  };
})();
