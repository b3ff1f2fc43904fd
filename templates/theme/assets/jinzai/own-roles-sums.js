/*
 * Loads: the hours and days that some courses take, and how they are added up and said.
 *
 * The same rules as jinzai/link/learning.py and jinzai/render/words/amounts.py, which have to stay
 * in Python for the pages of roles; a test in the browser holds both against each other. Here they
 * serve sets of roles, which nobody but the reader knows. Amounts are whole numbers of `1 / scale`.
 *
 * Reads    window.jinzaiCompare.words.load, the words of a load
 * Writes   nothing
 * Stores   nothing
 * Without  window.jinzaiCompare nothing is done
 * Gives    jinzaiCompare.sums
 */
(() => {
  "use strict";

  const tools = window.jinzaiCompare;
  if (!tools) return;

  const words = tools.words.load;
  const MOST_WAYS = 4; /* as in learning.py */
  const MOST_COMBINED = 64; /* of options of choices that share courses */

  const NOTHING = {
    hours: [0, 0],
    days: [0, 0],
    unknown: 0,
    exempt: 0,
    isGiven: false,
    hasChoices: false,
    isInferred: false,
    courses: [0, 0],
    ways: [],
  };

  /* A load of a plan's file (`_load` of own_role_files.py). */
  function read(list) {
    return {
      hours: [list[0], list[1]],
      days: [list[2], list[3]],
      unknown: list[4],
      exempt: list[5],
      isGiven: Boolean(list[6]),
      hasChoices: Boolean(list[7]),
      isInferred: Boolean(list[8]),
      courses: [list[9], list[10]],
      ways: list[11].map(read),
    };
  }

  const each = (load) => (load.ways.length ? load.ways : [load]);

  /* Two loads are equal whatever their courses and whether they are inferred. */
  function key({hours, days, unknown, exempt, isGiven, hasChoices, ways}) {
    return JSON.stringify([hours, days, unknown, exempt, isGiven, hasChoices, ways.map(key)]);
  }

  /* The different ways; none if there is one only, or too many. */
  function atMost(ways) {
    const found = new Map();
    for (const way of ways) if (!found.has(key(way))) found.set(key(way), way);
    const isExact = [...found.values()].every((way) => !way.hasChoices);
    return isExact && found.size > 1 && found.size <= MOST_WAYS ? [...found.values()] : [];
  }

  const added = ([least, most], [more, evenMore]) => [least + more, most + evenMore];
  const either = ([least, most], [less, more]) => [Math.min(least, less), Math.max(most, more)];

  function add(one, other) {
    const isSplit = one.ways.length || other.ways.length;
    return {
      hours: added(one.hours, other.hours),
      days: added(one.days, other.days),
      unknown: one.unknown + other.unknown,
      exempt: one.exempt + other.exempt,
      isGiven: one.isGiven || other.isGiven,
      hasChoices: one.hasChoices || other.hasChoices,
      isInferred: one.isInferred || other.isInferred,
      courses: added(one.courses, other.courses),
      ways: isSplit
        ? atMost(each(one).flatMap((way) => each(other).map((more) => add(way, more))))
        : [],
    };
  }

  function or(one, other) {
    return {
      hours: either(one.hours, other.hours),
      days: either(one.days, other.days),
      unknown: Math.max(one.unknown, other.unknown),
      exempt: Math.max(one.exempt, other.exempt),
      isGiven: one.isGiven || other.isGiven,
      hasChoices: true,
      isInferred: one.isInferred || other.isInferred,
      courses: either(one.courses, other.courses),
      ways: atMost([...each(one), ...each(other)]),
    };
  }

  const total = (loads) => loads.reduce(add, NOTHING);
  const oneOf = (loads) => loads.reduce(or);

  /* What different courses cost, each once: `loads` of courses by their places. */
  const ofCourses = (places, loads) => total([...new Set(places)].map((place) => loads.get(place)));

  /* Choices that share courses, in groups; what no group shares with another. */
  function groups(choices) {
    const found = [];
    for (const choice of choices) {
      const own = new Set(choice.flat());
      const near = found.filter(({courses}) => [...courses].some((course) => own.has(course)));
      for (const group of near) found.splice(found.indexOf(group), 1);
      found.push({
        choices: [...near.flatMap((group) => group.choices), choice],
        courses: new Set([...near.flatMap((group) => [...group.courses]), ...own]),
      });
    }
    return found.map((group) => group.choices);
  }

  /* All that several choices can come to, each option a list of courses. */
  const combined = (choices) =>
    choices.reduce(
      (ways, options) => ways.flatMap((way) => options.map((o) => [...way, ...o])),
      [[]],
    );

  /* Bounds of choices that share courses and are too many to go through one by one: at least what
     is left without the shared courses, at most all of them for each choice. */
  function bounds(choices, loads) {
    const times = new Map();
    for (const options of choices) {
      for (const course of new Set(options.flat())) times.set(course, (times.get(course) ?? 0) + 1);
    }
    const own = (option) => option.filter((course) => times.get(course) === 1);
    const sum = (cut) =>
      total(choices.map((options) => oneOf(options.map((o) => ofCourses(cut(o), loads)))));
    const [less, more] = [sum(own), sum((option) => option)];
    const span = (part) => [less[part][0], more[part][1]];
    const spans = {hours: span("hours"), days: span("days"), courses: span("courses")};
    return {...more, ...spans, hasChoices: true, ways: []};
  }

  /* What it takes to take all of `taken` and one option of each of `choices`: places of courses,
     of which none counts twice. What is taken anyway costs nothing within a choice. */
  function distinct(taken, choices, loads) {
    const have = new Set(taken);
    const left = choices.map((options) =>
      options.map((option) => option.filter((course) => !have.has(course))),
    );
    const found = groups(left).map((group) => {
      const ways = group.reduce((count, options) => count * options.length, 1);
      if (ways > MOST_COMBINED) return bounds(group, loads);
      return oneOf(combined(group).map((way) => ofCourses(way, loads)));
    });
    return total([ofCourses(taken, loads), ...found]);
  }

  /* In words */

  const number = (amount, scale) =>
    (amount / scale).toLocaleString("en-US", {maximumFractionDigits: 20});

  function span([least, most], unit, scale) {
    const first = number(least, scale);
    return least === most ? first + unit : `${first}〜${number(most, scale)}${unit}`;
  }

  /* Hours and days; nothing if the plan states none. */
  function amounts(load, scale) {
    const hours = span(load.hours, "時間", scale);
    const days = span(load.days, "日", scale);
    const spans = [load.hours, load.days];
    const isOpen = spans.some(([least, most]) => least < most);
    if (load.hasChoices && isOpen && spans.every(([, most]) => most)) {
      return tools.filled(words.bounds, {hours, days});
    }
    const known = [load.hours[1] && hours, load.days[1] && days].filter(Boolean).join("＋");
    return known || (load.isGiven ? "0時間" : "");
  }

  /* A load as a sentence has it; nothing without courses. */
  function said(load, scale) {
    if (load.ways.length) {
      return load.ways.map((way) => said(way, scale) || words.none).join(words.joint);
    }
    const known = amounts(load, scale);
    const others = [
      [words.unknown, load.unknown],
      [words.exempt, load.exempt],
    ]
      .filter(([, count]) => count)
      .map(([title, count]) => `${title}${count}件`)
      .join("、");
    return known && others ? tools.filled(words.besides, {known, others}) : known || others;
  }

  /* How many courses, alternatives one by one. */
  const count = (load) =>
    [...new Set(each(load).map((way) => span(way.courses, "件", 1)))].join(words.joint);

  /* Both, alternatives one by one: 11件・24〜27時間、または1件・50時間. */
  const line = (load, scale) =>
    each(load)
      .map((way) => [count(way), said(way, scale)].filter(Boolean).join("・"))
      .join(words.joint);

  tools.sums = {read, distinct, said, count, line};
})();
