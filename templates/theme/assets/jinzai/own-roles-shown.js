/*
 * What a set of roles is asked for, as the page shows it below the strip: the tables of skills and
 * courses with their sums, duties, what the plans do not state, and what comes next.
 *
 * Reads    nothing
 * Writes   into #jz-own-answers, -lacking, -skills, -courses, -duties, -next, -legend; hidden of
 *          their sections
 * Stores   nothing
 * Without  window.jinzaiCompare nothing is done
 * Gives    jinzaiCompare.shown
 */
(() => {
  "use strict";

  const tools = window.jinzaiCompare;
  if (!tools?.strip) return;

  const {element, sums, words} = tools;
  const {
    written,
    joined,
    lines,
    listed,
    small,
    named,
    nameOf,
    table,
    list,
    rowLine,
    duties,
    nextOf,
  } = tools.pieces;
  const MOST_EMPTY = 0.7; /* of a column; emptier ones become a sentence */

  const part = (name) => document.getElementById(`jz-own-${name}`);

  /* Fills a part of the page; without content it is hidden, with its heading. */
  function fill(name, content, count) {
    const place = part(name);
    place.replaceChildren(...(content ? [content] : []));
    place.closest("section").hidden = !content;
    const number = place.closest("section").querySelector(".jz-count");
    if (number) number.textContent = count;
  }

  /* The tables */

  /* The names of held roles that have something, with the mark or words of each. */
  const holders = (plan, held) => [...new Set(held)].map((own) => nameOf(plan, own));

  function asking(plan, cells) {
    return lines(
      cells.map(({held, mark, from, via, levels}) => {
        const one = element("span", "jz-own__asking");
        one.append(written(plan.marks[mark]), ` ${nameOf(plan, held)}`);
        const {levels: known} = plan.roles[held.role];
        const at = [...new Set(levels)]
          .filter((level) => held.level < 0 && known[level])
          .sort((one, other) => one - other);
        if (at.length && at.length < known.length) {
          one.append(" ", small(`${at.map((level) => known[level][1]).join("・")}で`));
        }
        if (via) one.append(" ", small("引き継ぎ："), written(via));
        if (from >= 0) one.append(" ", small("上位の役割："), written(plan.roles[from].link));
        return one;
      }),
    );
  }

  /* Who teaches a skill: courses that are taken, then curricula of the held roles that cover it,
     then other courses or curricula of the plan; null if the plan names none. */
  function teaching({plan, courses, rows}, skill) {
    const [, teachers, covering] = plan.skills[skill];
    const taken = new Set(courses.map(([course]) => course));
    const covered = new Set(rows.flatMap((row) => row.uses.map((use) => use.curriculum)));
    const courseLinks = (found) => found.map(([at, guess]) => named(plan.courses[at], guess));
    const curriculumLinks = (found) =>
      found.map(([at, guess]) => named(plan.curricula[at].link, guess));
    const own = [
      courseLinks(teachers.filter(([course]) => taken.has(course))),
      curriculumLinks(covering.filter(([at]) => covered.has(at))),
    ].find((links) => links.length);
    if (own) return listed(own);
    if (teachers.length) return joined([small("ほかの研修"), listed(courseLinks(teachers))], "：");
    if (!covering.length) return null;
    return joined([small("ほかの役割の課程"), listed(curriculumLinks(covering))], "：");
  }

  /* The sentence for a column that is mostly empty. */
  function taughtSentence(taught) {
    if (!taught.length) return "教える研修の記載はありません。";
    const line = element("span");
    const pairs = taught.map(([name, links]) => joined([written(name), "（", links, "）"], ""));
    line.append("教える研修の記載があるのは、", listed(pairs), "です。");
    return line;
  }

  function skills(plans) {
    const having = plans.filter((one) => one.skills.length);
    const rows = having.map((one) => [one.plan.name, one.skills.map((row) => [one, row])]);
    const every = rows.flatMap(([, lines]) => lines);
    const columns = [
      ["スキル", ([{plan}, [skill]]) => written(plan.skills[skill][0])],
      ["求める役割", ([{plan}, [, cells]]) => asking(plan, cells)],
    ];
    const taught = every
      .map(([one, [skill]]) => [one.plan.skills[skill][0], teaching(one, skill)])
      .filter(([, links]) => links);
    const isMostlyEmpty = taught.length < (1 - MOST_EMPTY) * every.length;
    if (!isMostlyEmpty) {
      const cell = ([one, [skill]]) => teaching(one, skill) ?? tools.missing(words.undefined);
      columns.push(["教える研修", cell]);
    }
    const shown = document.createDocumentFragment();
    if (isMostlyEmpty) shown.appendChild(element("p")).append(taughtSentence(taught));
    shown.append(table("身に付けるスキル", columns, rows));
    fill("skills", every.length ? shown : null, every.length);
  }

  /* What the rows come to, and what is not in them. */
  function rowTotals(one, row, isNamed) {
    const own = holders(
      one.plan,
      one.held.filter(({role}) => row.roles.has(role)),
    );
    const apart = row.apart.map(
      ({only, load}) => `ほかに「${only}」だけの研修 ${sums.line(load, one.plan.scale)}`,
    );
    const isPart = one.held.some(({role}) => !row.roles.has(role));
    const whose = isPart ? `（${own.join("、")}）` : "";
    return [rowLine(one, row, isNamed) + whose, ...apart].join("。");
  }

  /* What has to be finished before a curriculum. */
  function gates({plan, rows}) {
    const places = new Set(rows.flatMap((row) => row.uses.map((use) => use.curriculum)));
    return [...places]
      .filter((at) => plan.curricula[at].after.length)
      .map((at) => {
        const before = listed(plan.curricula[at].after.map(written));
        return joined([written(plan.curricula[at].link), "の受講条件：", before, "の修了"], "");
      });
  }

  function totals(plans) {
    const isNamed = plans.filter(({rows}) => rows.length).length > 1;
    const sentences = plans.flatMap((one) => [
      ...one.rows.map((row) => rowTotals(one, row, isNamed)),
      ...gates(one),
      ...one.held.flatMap((own) => {
        const text = one.plan.roles[own.role].inText;
        return text
          ? [`${nameOf(one.plan, own)}について、文章だけにある研修（数に入らない）：${text}`]
          : [];
      }),
      ...(one.forAll.length
        ? [
            joined(
              [
                "全職員に向けた研修は、数に入れていません",
                listed(one.forAll.map((at) => written(one.plan.curricula[at].link))),
              ],
              "：",
            ),
          ]
        : []),
    ]);
    return sentences;
  }

  /* The ways to take a course; table by table where these differ. */
  function forms(plan, uses) {
    const found = new Map();
    for (const {form, row} of uses) {
      const place = found.get(form) ?? new Set();
      found.set(form, place.add(plan.tables[row.table] ?? ""));
    }
    return lines(
      [...found].map(([form, names]) => {
        const one = element("span");
        if (found.size > 1) one.append(small(`${[...names].join("・")}：`));
        one.append(written(plan.forms[form]));
        return one;
      }),
    );
  }

  function takers(plan, uses) {
    const said = new Set();
    for (const {held, isApart} of uses) {
      for (const name of holders(plan, held))
        said.add(name + (isApart ? `（${isApart}だけ）` : ""));
    }
    for (const {held, audience} of uses.offered ?? []) {
      said.add(`${nameOf(plan, held)}（${audience || "対象"}。課程にはない）`);
    }
    return [...said.keys()];
  }

  const conditions = (uses) => [...new Set(uses.map((use) => use.condition).filter(Boolean))];

  /* Courses of which a plan states a form or a time, each with these. */
  function toldForms(having) {
    const untold = `形式・時間とも${words.undefined}`;
    const isTold = ({plan}, uses) =>
      uses.some(({form}) => written(plan.forms[form]).textContent.trim() !== untold);
    return having.flatMap((one) =>
      one.courses
        .filter(([, uses]) => isTold(one, uses))
        .map(([course, uses]) => [one.plan.courses[course], forms(one.plan, uses)]),
    );
  }

  /* The sentence for a column that is mostly empty. */
  function formsSentence(told) {
    if (!told.length) return "形式と時間の記載はありません。";
    const line = element("span");
    const pairs = told.map(([name, said]) => joined([written(name), "（", said, "）"], ""));
    line.append("形式か時間の記載があるのは、", listed(pairs), "です。");
    return line;
  }

  function courses(plans) {
    const having = plans.filter((one) => one.courses.length);
    const every = having.flatMap((one) => one.courses);
    const told = toldForms(having);
    const isMostlyEmpty = told.length < (1 - MOST_EMPTY) * every.length;
    const isGuess = (uses) =>
      [...uses, ...(uses.offered ?? [])].every(({isInferred}) => isInferred);
    const columns = [
      ["研修", ([{plan}, [course, uses]]) => named(plan.courses[course], isGuess(uses))],
    ];
    if (!isMostlyEmpty) columns.push(["形式と時間", ([{plan}, [, uses]]) => forms(plan, uses)]);
    const taken = new Set(
      having.flatMap((one) => one.courses.map(([, uses]) => takers(one.plan, uses).join())),
    );
    if (taken.size > 1) {
      columns.push(["受ける役割", ([{plan}, [, uses]]) => listed(takers(plan, uses))]);
    }
    if (every.some(([, uses]) => conditions(uses).length)) {
      const cell = ([, [, uses]]) => lines(conditions(uses).map(written));
      columns.push(["順序・条件", cell]);
    }
    const rows = having.map((one) => [one.plan.name, one.courses.map((row) => [one, row])]);
    const sentences = totals(plans);
    const shown = document.createDocumentFragment();
    if (sentences.length) shown.append(list(sentences));
    if (isMostlyEmpty) shown.appendChild(element("p")).append(formsSentence(told));
    if (every.length) shown.append(table("受ける研修", columns, rows));
    fill("courses", shown.childNodes.length ? shown : null, every.length);
  }

  /* The rest */

  function dutiesOf(plans) {
    const found = plans.flatMap((one) =>
      duties(one)
        .filter(({number}) => number)
        .map(({own, from, said: stated, lines: texts}) => {
          const line = document.createDocumentFragment();
          const {plan} = one;
          const above = from === own.role ? "" : `（上位の役割「${plan.roles[from].name}」）`;
          line.append(element("strong", "", `${nameOf(plan, own)}${above}`), " ");
          const {levels} = plan.roles[from];
          const said = texts.map(([at, text]) =>
            at < 0 || own.level >= 0 ? text : `${levels[at][1]}：${text}`,
          );
          line.append(said.length > 1 ? list(said) : `${said[0]} `);
          const link = element(
            "a",
            "jz-onscreen",
            stated.more ? `ほか${stated.more}項目も読む` : "役割のページで読む",
          );
          link.href = stated.href;
          line.append(link);
          return line;
        }),
    );
    fill("duties", found.length ? list(found) : null);
  }

  /* What the plans do not state, each fact once, with whose it is unless all lack it. */
  function unstated(plans) {
    const held = plans.flatMap((one) => one.held.map((own) => [one, own]));
    const found = new Map();
    for (const [one, own] of held) {
      const {plan, rows} = one;
      const isUntimed = rows.length && rows.every(({load}) => !load.isGiven && load.unknown);
      const isTrained = plan.roles[own.role].coursesOf >= 0;
      const lacks = [
        ...plan.roles[own.role].lacks,
        ...(isUntimed && isTrained ? ["研修の時間"] : []),
      ];
      for (const fact of lacks) found.set(fact, [...(found.get(fact) ?? []), nameOf(plan, own)]);
    }
    return [...found].map(([fact, names]) =>
      names.length === held.length ? fact : `${fact}（${names.join("、")}）`,
    );
  }

  /* These, and what the plans state of a role's parts alone. */
  function lacking(plans) {
    const said = unstated(plans);
    const parted = plans.flatMap(({plan, held}) =>
      held.flatMap(({role}) => {
        const {name, parts, skillsOf, coursesOf} = plan.roles[role];
        const inParts = parts.filter(
          (at) =>
            (skillsOf < 0 && plan.roles[at].skillsOf === at) ||
            (coursesOf < 0 && plan.roles[at].coursesOf === at),
        );
        if (!inParts.length) return [];
        const links = listed(inParts.map((at) => written(plan.roles[at].link)));
        return [joined([`「${name}」は内訳の役割ごとに書かれているものがあります`, links], "：")];
      }),
    );
    const line = element("p", "jz-empty jz-absent");
    if (said.length) line.append(`計画に書かれていないこと：${said.join("、")}。`);
    for (const one of parted) line.append(one, "。");
    part("lacking").replaceChildren(...(line.childNodes.length ? [line] : []));
  }

  /* What the dotted line means (`guess_legend` of templates/page/states.html), if there is one. */
  function legend() {
    const line = element("p", "jz-small jz-guess-legend");
    const [sign, meaning] = words.legend;
    line.append(element("span", "jz-inferred", sign), `（${words.inferred}）：${meaning}`);
    const isNeeded = part("result").querySelector(".jz-inferred:not(.jz-guess-legend *)");
    part("legend").replaceChildren(...(isNeeded ? [line] : []));
  }

  function show(plans) {
    part("answers").replaceChildren(tools.strip(plans));
    lacking(plans);
    skills(plans);
    courses(plans);
    dutiesOf(plans);
    const next = plans.flatMap(nextOf).map(({html, step}) => {
      const how = element("a", "", "進むのに要るスキルと研修");
      how.href = step;
      return joined([written(html), how], "：");
    });
    fill("next", next.length ? list(next) : null);
    legend();
    const count = (key) => plans.reduce((sum, one) => sum + one[key].length, 0);
    return `スキル${count("skills")}件、研修${count("courses")}件です。`;
  }

  tools.shown = {show};
})();
