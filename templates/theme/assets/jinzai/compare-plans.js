/*
 * Which plans a comparing page shows: those asked for whose pieces are there.
 *
 * Knows the plans of the page and loads those that are not in it; keeps what is asked for in the
 * address (`?plans=hirakata,toyonaka`), and for all pages that compare plans. Knows nothing of
 * boxes. `jinzaiPlans(changed)` gives the choice; `changed()` is called whenever it changes.
 */
(function () {
  "use strict";

  var tools = window.jinzaiCompare;
  var slots = window.jinzaiSlots;
  var reader = window.jinzaiReader;
  if (!tools || !slots) return;

  var options = tools.options;
  var NOTHING = "-"; /* in the address: no plan at all */

  window.jinzaiPlans = function (changed) {
    var names = Object.create(null); /* by id: of all plans that are known */
    var order = []; /* the ids as they are shown; those not in the page as they were asked for */
    var wanted = [];
    var completed = Object.create(null); /* by id: whether its file was asked for */
    var lost = []; /* what could not be had, since the last change by the reader */
    var over = []; /* what was asked for beyond the most */
    var isChosen = false; /* whether the reader has changed something on this page */

    options.plans.forEach(function (one) {
      names[one[0]] = one[1];
      order.push(one[0]);
    });

    /* Whether its pieces are. */
    function isThere(id) {
      return options.here.indexOf(id) >= 0 || slots.isLoaded(id);
    }

    function shown() {
      return wanted.filter(isThere).sort(function (one, other) {
        return order.indexOf(one) - order.indexOf(other);
      });
    }

    function without(id) {
      wanted = wanted.filter(function (one) {
        return one !== id;
      });
    }

    function want(id) {
      if (wanted.indexOf(id) >= 0) return;
      if (wanted.length >= options.most) {
        over.push(id);
        return;
      }
      wanted.push(id);
      if (order.indexOf(id) < 0) order.push(id);
      if (isThere(id)) return;
      if (!options.cellFiles) {
        lose(id);
        return;
      }
      tools.cells(id, function (file) {
        if (file) {
          names[id] = file.name;
          slots.take(id, file.html);
        } else {
          lose(id);
          if (!isChosen) showOwn();
        }
        changed();
      });
    }

    function lose(id) {
      if (wanted.indexOf(id) < 0) return;
      without(id);
      lost.push(id);
    }

    /* The page's own plans, where of those that were asked for there is none. */
    function showOwn() {
      if (!wanted.length) wanted = options.here.slice();
    }

    /* Loads what the page has not of the plans that are in it. */
    function complete() {
      shown().forEach(function (id) {
        if (slots.isLoaded(id) || completed[id]) return;
        completed[id] = true;
        tools.cells(id, function (file) {
          if (file) slots.take(id, file.html);
          else lost.push(id);
          changed();
        });
      });
    }

    function isFirst() {
      var now = shown();
      return now.length === options.here.length && now.every(function (id, place) {
        return id === options.here[place];
      });
    }

    /* As the address says it; empty for what the page shows of itself. */
    function asked() {
      if (isFirst() && wanted.length === options.here.length) return "";
      return wanted.join(",") || NOTHING;
    }

    /* What the address says, else what was chosen last */

    var isRecalled = !reader.isAsked("plans");
    var given = reader.askedIds("plans", tools.isId);
    var isCut = given.isCut; /* whether more was asked for than is read */
    (isRecalled ? reader.recalledIds("plans", tools.isId) : given.ids).forEach(want);
    if (isRecalled) {
      lost = []; /* nobody asks for it here */
      over = [];
    }
    if (reader.asked("plans") !== NOTHING) showOwn();

    /* Whether the page's own plans, which nobody chose, leave no room: they give way. */
    function givesWay() {
      return Boolean(options.prefectures) && wanted.length >= options.most && isFirst();
    }

    /* The reader changes what is wanted; what was told of it before is over. */
    function change(now) {
      isChosen = true;
      isRecalled = false;
      isCut = false;
      lost = [];
      over = [];
      now();
      changed();
    }

    function remember() {
      reader.remember("plans", asked() === NOTHING ? "" : asked());
    }

    return {
      shown: shown,
      asked: asked,
      /* Whether it was not asked for here, but on a page before. */
      isRecalled: function () {
        return isRecalled && !isFirst();
      },
      isWanted: function (id) {
        return wanted.indexOf(id) >= 0;
      },
      isFull: function () {
        return wanted.length >= options.most && !givesWay();
      },
      coming: function () {
        return wanted.length - shown().length;
      },
      lost: function () {
        return lost;
      },
      over: function () {
        return over;
      },
      isCut: function () {
        return isCut;
      },
      complete: complete,
      name: function (id) {
        return names[id];
      },
      set: function (id, isWanted) {
        change(function () {
          if (isWanted && givesWay()) wanted = [];
          if (isWanted) want(id);
          else without(id);
        });
        remember();
      },
      clear: function () {
        change(function () {
          wanted = [];
        });
      },
      reset: function () {
        change(function () {
          wanted = options.here.slice();
        });
        remember();
      },
    };
  };
})();
