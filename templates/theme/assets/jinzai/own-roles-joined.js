/*
 * What a set of roles is asked for: skills, courses and sums, joined over the roles of one plan.
 *
 * A held role is a role of the plan, or one level of it: {role, level}, both places in the plan's
 * file (own_role_files.py), level -1 for the whole role. What the plan states for a role also holds
 * for its parts that lack it, as on the pages of roles. Sums are kept apart by table and by
 * department: a plan's tables may state the same training twice.
 *
 * Reads    nothing
 * Writes   nothing
 * Stores   nothing
 * Without  window.jinzaiCompare nothing is done
 * Gives    jinzaiCompare.joined
 */
(() => {
  "use strict";

  const tools = window.jinzaiCompare;
  if (!tools?.sums) return;

  const {sums} = tools;

  const add = (map, key, value) => {
    if (!map.has(key)) map.set(key, []);
    map.get(key).push(value);
  };

  /* Skills */

  /* The cells of a role that count for a level: the strongest for each skill, and at which levels
     the skill is asked for. */
  function cellsOf(role, level) {
    const found = new Map();
    for (const [skill, at, mark, isRequired, via] of role.cells) {
      if (level >= 0 && at >= 0 && at !== level) continue;
      const cell = found.get(skill) ?? {skill, mark, isRequired, via, levels: []};
      if (isRequired && !cell.isRequired) Object.assign(cell, {mark, isRequired, via});
      if (at >= 0) cell.levels.push(at);
      found.set(skill, cell);
    }
    return [...found.values()];
  }

  /* Who asks for each skill, in the order of the plan's skills. `from` is the role that states it,
     where that is one above. */
  function skillsOf(plan, held) {
    const found = new Map();
    for (const one of held) {
      const from = plan.roles[one.role].skillsOf;
      if (from < 0) continue;
      const isOwn = from === one.role;
      for (const cell of cellsOf(plan.roles[from], isOwn ? one.level : -1)) {
        add(found, cell.skill, {held: one, from: isOwn ? -1 : from, ...cell});
      }
    }
    return [...found].sort(([one], [other]) => one - other);
  }

  /* Courses */

  /* The curricula of a held role: its own for its level, or those of the role above. */
  function curriculaOf(plan, {role, level}) {
    const from = plan.roles[role].coursesOf;
    if (from < 0) return [];
    return plan.roles[from].curricula.filter((place) => {
      const at = plan.curricula[place].level;
      return from !== role || level < 0 || at < 0 || at === level;
    });
  }

  /* A curriculum and those that it includes. */
  function parts(plan, place) {
    const found = [];
    for (let at = place; at >= 0 && !found.includes(at); at = plan.curricula[at].includes) {
      found.push(at);
    }
    return found;
  }

  /* One table's training for one group of departments: its courses with who takes them, what they
     come to, and the stages that only some people take. */
  function rowOf(plan, table, department, curricula) {
    const loads = new Map(); /* of courses, by their places */
    const uses = [];
    const taken = new Set();
    const choices = new Map();
    const apart = new Map();
    const roles = new Set([...curricula.values()].flat().map(({role}) => role));

    function note(use, from, heldBy, isApart) {
      const [course, form, load, isInferred, condition] = use;
      const known = loads.get(course);
      const read = sums.read(plan.loads[load]);
      loads.set(course, known?.isInferred && !read.isInferred ? read : (known ?? read));
      uses.push({course, form, isInferred, condition, curriculum: from, held: heldBy, isApart});
      return course;
    }

    for (const [place, heldBy] of curricula) {
      for (const from of parts(plan, place)) {
        for (const [number, stage] of plan.curricula[from].stages.entries()) {
          const isApart = Boolean(stage.only) && !roles.has(stage.onlyRole);
          const key = `${from} ${number}`;
          for (const [at, item] of stage.items.entries()) {
            const options = Array.isArray(item) ? null : item.options;
            const places = (options ?? [[item]]).map((option) =>
              option.map((use) => note(use, from, heldBy, isApart && stage.only)),
            );
            if (isApart) {
              if (!apart.has(key)) apart.set(key, {only: stage.only, taken: [], choices: []});
              const one = apart.get(key);
              if (one.seen?.has(at)) continue;
              one.seen = (one.seen ?? new Set()).add(at);
              if (options) one.choices.push(places);
              else one.taken.push(...places[0]);
            } else if (options) choices.set(`${key} ${at}`, places);
            else taken.add(places[0][0]);
          }
        }
      }
    }
    const load = sums.distinct([...taken], [...choices.values()], loads);
    return {
      table,
      department,
      uses,
      load,
      roles,
      courses: new Set([...taken, ...[...choices.values()].flat(2)]),
      apart: [...apart.values()].map((one) => ({
        only: one.only,
        load: sums.distinct(one.taken, one.choices, loads),
      })),
    };
  }

  /* The rows of the held roles. `department` is what the reader chose; nothing for all. */
  function rowsOf(plan, held, department) {
    const every = new Map();
    for (const one of held) for (const place of curriculaOf(plan, one)) add(every, place, one);
    const named = new Set([...every.keys()].flatMap((at) => plan.curricula[at].departments));
    const departments = plan.departments.map(([id]) => id).filter((id) => named.has(id));
    const among = departments.includes(department) ? [department] : departments;
    const tables = [...new Set([...every.keys()].map((at) => plan.curricula[at].table))];
    const rows = [];
    for (const table of tables) {
      for (const id of among.length ? among : [""]) {
        const own = [...every].filter(([at]) => {
          const one = plan.curricula[at];
          const isFor = !id || !one.departments.length || one.departments.includes(id);
          return one.table === table && isFor;
        });
        const row = own.length ? rowOf(plan, table, id, new Map(own)) : null;
        if (row?.uses.length) rows.push(row);
      }
    }
    return rows;
  }

  /* Whether some rows state training of the same people: then their courses are not one sum. */
  function areAlternative(plan, held) {
    const found = new Map();
    const people = (one) => [one.role, one.level, ...one.departments].join(" ");
    for (const at of new Set(held.flatMap((one) => curriculaOf(plan, one)))) {
      const one = plan.curricula[at];
      if (one.table) add(found, people(one), one.table);
    }
    return [...found.values()].some((tables) => new Set(tables).size > 1);
  }

  /* Courses for a held role that stand in none of its curricula. */
  function offeredTo(plan, held) {
    const found = new Map();
    for (const one of held) {
      for (const [course, isInferred, audience] of plan.roles[one.role].offered) {
        add(found, course, {held: one, isInferred, audience});
      }
    }
    return found;
  }

  /* Courses, with all that rows say of each; in the order of the rows. */
  function coursesOf(rows, offered) {
    const found = new Map();
    for (const row of rows) for (const use of row.uses) add(found, use.course, {row, ...use});
    for (const [course, said] of offered) {
      if (!found.has(course)) found.set(course, []);
      found.get(course).offered = said;
    }
    return [...found];
  }

  /* All that one plan asks of the held roles. */
  function ofPlan(plan, held, department) {
    const rows = rowsOf(plan, held, department);
    const offered = offeredTo(plan, held);
    const departments = new Set(rows.map((row) => row.department));
    const roles = new Set(held.map(({role}) => role));
    return {
      plan,
      held,
      skills: skillsOf(plan, held),
      rows,
      isOneSum: !areAlternative(plan, held) && departments.size < 2,
      courses: coursesOf(rows, offered),
      forAll: plan.forAll.filter((at) => !roles.has(plan.curricula[at].role)),
    };
  }

  tools.joined = {ofPlan};
})();
