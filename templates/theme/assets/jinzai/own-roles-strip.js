/*
 * The strip of answers of わたしの役割 (`Answer`s of jinzai/render/page/answers.py): who I am, what I
 * learn, what I take, and by when, or what comes next, or what I do.
 *
 * Reads    nothing
 * Writes   nothing into the page
 * Stores   nothing
 * Without  window.jinzaiCompare nothing is done
 * Gives    jinzaiCompare.strip
 */
(() => {
  "use strict";

  const tools = window.jinzaiCompare;
  if (!tools?.pieces) return;

  const {element, sums, words} = tools;
  const {written, lines, listed, small, nameOf, linkOf, rowLine, duties, nextOf} = tools.pieces;

  function answer(strip, label, content, notes) {
    const cell = strip.appendChild(element("div", "jz-answer"));
    cell.append(element("dt", "", label));
    cell.appendChild(element("dd")).append(content);
    if (!notes.length) return;
    cell.appendChild(element("dd", "jz-answer__note")).append(lines(notes));
  }

  function counted(before, number, after) {
    const all = document.createDocumentFragment();
    all.append(`${before} `, element("b", "jz-answer__number", String(number)), after);
    return all;
  }

  const isSeveral = (plans) => plans.length > 1;

  function skillsAnswer(strip, plans) {
    const number = plans.reduce((sum, one) => sum + one.skills.length, 0);
    if (!number) return;
    const notes = plans.flatMap(({plan, held, skills}) =>
      held.map((own) => {
        const asked = skills.filter(([, cells]) => cells.some((cell) => cell.held === own));
        return `${nameOf(plan, own)} ${asked.length}件`;
      }),
    );
    answer(
      strip,
      "身に付ける",
      counted("スキル", number, "件"),
      notes.length > 1 ? [notes.join("、")] : [],
    );
  }

  /* The number of different courses of a plan, where its rows are one sum. */
  const coursesOfRows = (rows) => new Set(rows.flatMap((row) => [...row.courses])).size;

  function coursesAnswer(strip, plans) {
    const having = plans.filter(({rows}) => rows.length);
    if (!having.length) return;
    const rows = having.flatMap((one) =>
      one.rows.map((row) => rowLine(one, row, isSeveral(having))),
    );
    if (!having.every((one) => one.isOneSum)) {
      answer(strip, "受ける", element("span", "", "計画の表や部局によって違う"), rows);
      return;
    }
    const [{plan, rows: own}] = having;
    if (rows.length === 1 && !own[0].load.hasChoices) {
      const notes = [sums.said(own[0].load, plan.scale)];
      answer(strip, "受ける", counted("研修", own[0].courses.size, "件"), notes.filter(Boolean));
      return;
    }
    const number = having.reduce((sum, one) => sum + coursesOfRows(one.rows), 0);
    const isChosen = own.some(
      (row) => row.load.hasChoices && row.load.courses[0] < row.courses.size,
    );
    answer(strip, "受ける", counted("研修", number, isChosen ? "件から" : "件"), rows);
  }

  /* The last value of each target of the held roles, the lowest level first. */
  function targetsOf({plan, held}) {
    return held.flatMap((own) =>
      plan.roles[own.role].targets
        .filter(([at]) => own.level < 0 || at < 0 || at === own.level)
        .sort(([one], [other]) => one - other)
        .map(([at, href, share, isInferred, values]) => {
          const [time, value] = values.at(-1);
          const {name, levels} = plan.roles[own.role];
          const link = element("a", "", [name, levels[at]?.[1]].filter(Boolean).join(" "));
          link.href = href;
          return {time, link, share, isInferred, value};
        }),
    );
  }

  function targetsAnswer(strip, goals) {
    const [{time}] = goals;
    const isShared = goals.every((one) => one.time === time);
    const values = goals.map((one) => {
      const line = document.createDocumentFragment();
      line.append(one.link, ` ${isShared ? "" : `${one.time} `}${one.share}`, written(one.value));
      if (one.isInferred) line.append(small(`（${words.inferred}）`));
      return line;
    });
    answer(strip, "数値目標", element("span", "", isShared ? time : "目標ごとに違う"), values);
  }

  function strip(plans) {
    const made = element("dl", "jz-answers");
    const mine = plans.flatMap(({plan, held}) => held.map((own) => written(linkOf(plan, own))));
    answer(made, "わたし", listed(mine), [plans.map(({plan}) => plan.name).join("、")]);
    skillsAnswer(made, plans);
    coursesAnswer(made, plans);
    const goals = plans.flatMap(targetsOf);
    const next = plans.flatMap(nextOf);
    const tasks = plans.flatMap(duties).reduce((sum, one) => sum + one.number, 0);
    if (goals.length) targetsAnswer(made, goals);
    else if (next.length)
      answer(made, "次にめざす", listed(next.map(({html}) => written(html))), []);
    else if (tasks) {
      const link = element("a", "", "担うことを読む");
      link.href = "#own-duties";
      answer(made, "担う", counted("", tasks, "項目"), [link]);
    }
    return made;
  }

  tools.strip = strip;
})();
