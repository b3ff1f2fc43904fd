/*
 * A detailed comparison of chosen sides: the table on the page, and the same as rows of a sheet.
 *
 * Makes of a plan's file what jinzai/render/compare/table.py and templates/compare/compared_roles.html make: the
 * words for a difference, what is left out, the summary. A test holds both against each other.
 * Equal rows of skills are folded to a line that opens.
 */
(function () {
  "use strict";

  var tools = window.jinzaiCompare;
  if (!tools || !tools.options.parts) return;

  var element = tools.element;
  var HAS = "◆";
  var LACKS = "◇";
  var UNPLACED = "unplaced";
  var NOT_ASKED = "求めていない";
  var UNDEFINED = "未定義";

  var parts = tools.options.parts.map(function (part) {
    return {
      id: part[0],
      title: part[1],
      note: part[2],
      rows: part[3].map(function (row) {
        return {key: row[0], title: row[1], kind: row[2], href: row[3]};
      }),
    };
  });

  /* Keys are content's; objects have some of their own, as `constructor`. */
  function has(object, key) {
    return Object.prototype.hasOwnProperty.call(object, key);
  }

  /* What a side has in a row: things, a number, or null. */
  function cellOf(row, side) {
    if (row.kind === "number") return has(side.numbers, row.key) ? side.numbers[row.key] : null;
    if (!has(side.lists, row.key)) return null;
    return side.lists[row.key].map(function (place) {
      return side.items[place];
    });
  }

  function isRequired(thing) {
    return thing[6] === "required";
  }

  /* What has to be equal for two cells to say the same. */
  function weight(row, cell) {
    if (row.kind === "number") return cell;
    if (row.kind === "skills") {
      return cell.map(function (thing) {
        return thing[6] || "";
      }).sort().join(" ");
    }
    return JSON.stringify(
      cell.map(function (thing) {
        return [thing[0], thing[2] || "", thing[7] || ""];
      })
    );
  }

  /* The id of a side's plan; names may repeat. */
  function planOf(side) {
    return side.key.split("/")[0];
  }

  function shortNames(sides) {
    return sides.map(function (side) {
      var plans = sides.filter(function (other) {
        return planOf(other) === planOf(side);
      });
      return plans.length === 1 ? side.plan : side.plan + " " + side.name;
    });
  }

  function difference(row, sides, names) {
    var cells = sides.map(function (side) {
      return cellOf(row, side);
    });
    var counted = [];
    sides.forEach(function (side, number) {
      if (row.kind !== "skills" || side.asks) counted.push(number);
    });
    var having = counted.filter(function (number) {
      return cells[number] !== null;
    });
    if (!having.length) return {kind: "none", words: "", signs: ""};
    if (counted.length < 2) return {kind: "", words: "", signs: ""};
    var signs = sides.map(function (_, number) {
      return having.indexOf(number) >= 0 ? HAS : LACKS;
    }).join("");
    if (having.length === 1) return {kind: "one", words: names[having[0]] + "だけ", signs: signs};
    var one = sides[having[0]];
    function isOfPlan(number) {
      return planOf(sides[number]) === planOf(one);
    }
    if (having.length < counted.length && having.every(isOfPlan) && !counted.every(isOfPlan)) {
      return {kind: "plan", words: one.plan + "だけ（" + having.length + "つ）", signs: signs};
    }
    if (having.length < counted.length) {
      var words = counted.length + "つのうち" + having.length;
      return {kind: "some", words: words, signs: signs};
    }
    var first = weight(row, cells[having[0]]);
    var alike = having.every(function (number) {
      return weight(row, cells[number]) === first;
    });
    var every = having.length === 2 ? "両方" : "すべて";
    if (counted.length < sides.length) every = "定めのある" + counted.length + "つとも";
    var said = alike ? "同じ" : every;
    if (row.kind === "skills" && !alike) {
      var strong = having.filter(function (number) {
        return cells[number].some(isRequired);
      }).length;
      var isOne = strong === 0 || strong === having.length;
      said = every + (isOne ? "・数が違う" : "・強さが違う");
    } else if (row.kind === "skills") said = every;
    if (row.kind === "number") {
      said = alike ? "同じ" : "違う";
      signs = alike ? "＝" : "≠";
    }
    return {kind: alike ? "same" : "all", words: said, signs: signs};
  }

  function levelNote(sides) {
    var scales = sides.filter(function (side) {
      return has(side.lists, "levels");
    }).map(function (side) {
      return side.scale;
    });
    if (scales.length < 2) return "";
    var isOne = scales.every(function (scale) {
      return scale && scale === scales[0];
    });
    return isOne
      ? "レベルは、共通の段階に対応づけられています。"
      : "レベルを1つの目盛りに並べる定めはありません。計画での呼び方のまま並べています。" +
          "同じ番号のレベルが同じ力を指すとは限りません。";
  }

  /* A sentence for each side whose skills the plan leaves undefined. */
  function undefinedNotes(sides) {
    return sides.filter(function (side) {
      return !side.asks;
    }).map(function (side) {
      return side.plan + "の「" + side.name +
        "」は、計画がスキルを示していないため、領域では比べていません。";
    });
  }

  /* What is said behind a lack in an area of a side that asks for skills outside all areas. */
  function unplacedWords(row, side) {
    var found = row.key !== UNPLACED && has(side.lists, UNPLACED) ? side.lists[UNPLACED].length : 0;
    return found ? "領域に置いていないスキルが" + found + "件ある" : "";
  }

  function anchorOf(row) {
    return "row-" + row.kind + "-" + row.key.replace("/", "--");
  }

  /* The page */

  function list(things) {
    var made = element("ul", "jz-items");
    things.forEach(function (thing) {
      made.appendChild(tools.put(element("li"), thing));
    });
    return made;
  }

  function filled(row, side, short) {
    var made = element("td");
    var cell = cellOf(row, side);
    made.setAttribute("data-label", short);
    if (cell === null) {
      var lacks = row.kind === "skills" && side.asks;
      made.append(
        lacks ? element("span", "jz-lacks", NOT_ASKED) : tools.badge("undefined", UNDEFINED)
      );
      var besides = lacks ? unplacedWords(row, side) : "";
      if (besides) {
        var more = element("a", "jz-small", "（" + besides + "）");
        more.href = "#row-skills-unplaced";
        made.append(" ", more);
      }
    } else if (row.kind === "number") {
      made.append(element("span", "jz-figure", cell.toLocaleString("ja-JP")));
    } else {
      made.append(list(cell), element("span", "jz-beside__folded", "スキル " + cell.length));
    }
    return made;
  }

  function rowHead(row, found) {
    var head = element("th");
    head.scope = "row";
    var name = head.appendChild(element(row.href ? "a" : "span", "", row.title));
    if (row.href) name.href = row.href;
    if (found.words) {
      var said = element("span", "jz-difference jz-difference--" + found.kind, found.words);
      said.setAttribute("data-signs", found.signs);
      head.append(" ", said);
    }
    return head;
  }

  function foldable(line, title) {
    var button = element("button", "jz-beside__open");
    button.type = "button";
    function fold(isFolded) {
      line.classList.toggle("jz-beside__row--folded", isFolded);
      button.textContent = isFolded ? "開く" : "たたむ";
      button.setAttribute("aria-expanded", String(!isFolded));
      button.setAttribute("aria-label", title + "を" + button.textContent);
    }
    button.addEventListener("click", function () {
      fold(button.getAttribute("aria-expanded") === "true");
    });
    line.cells[0].append(" ", button);
    fold(true);
  }

  function wide(tag, columns) {
    var line = element("tr");
    var cell = line.appendChild(element(tag));
    cell.colSpan = columns;
    return line;
  }

  function body(part, sides, names, folds) {
    var made = element("tbody");
    var head = wide("th", sides.length + 1);
    head.className = "jz-group";
    head.cells[0].scope = "rowgroup";
    head.cells[0].textContent = part.title;
    made.appendChild(head);
    var absent = [];
    part.rows.forEach(function (row) {
      var found = difference(row, sides, names);
      if (found.kind === "none") {
        absent.push(row.title);
        return;
      }
      var line = made.appendChild(element("tr"));
      line.id = anchorOf(row);
      line.appendChild(rowHead(row, found));
      sides.forEach(function (side, number) {
        line.appendChild(filled(row, side, names[number]));
      });
      if (folds && row.kind === "skills" && found.kind === "same") foldable(line, row.title);
    });
    var notes = [part.note, part.id === "levels" ? levelNote(sides) : ""].filter(Boolean);
    if (part.id === "skills") notes = undefinedNotes(sides).concat(notes);
    if (absent.length) notes.unshift("どの列にもないもの：" + absent.join("、"));
    if (notes.length) {
      var foot = made.appendChild(wide("td", sides.length + 1));
      foot.className = "jz-beside__note";
      notes.forEach(function (note) {
        foot.cells[0].appendChild(element("p", "", note));
      });
    }
    return made;
  }

  function heads(sides) {
    var line = element("tr");
    var corner = line.appendChild(element("th", "", "比べること"));
    corner.scope = "col";
    sides.forEach(function (side) {
      var head = line.appendChild(element("th"));
      head.scope = "col";
      var link = element("a", "", side.name);
      link.href = side.href;
      head.append(element("span", "jz-beside__plan", side.plan), " ", link);
    });
    var made = element("thead");
    made.appendChild(line);
    return made;
  }

  function table(sides, folds) {
    var names = shortNames(sides);
    var made = element("table", "jz-table jz-beside jz-beside--" + sides.length);
    made.appendChild(heads(sides));
    parts.forEach(function (part) {
      made.appendChild(body(part, sides, names, folds));
    });
    return made;
  }

  /* Areas that one side alone asks for, all of them, or none: [who, [[title, anchor], …]]. */
  function gists(sides) {
    var asking = sides.filter(function (side) {
      return side.asks;
    });
    if (asking.length < 2) return [];
    var names = shortNames(sides);
    var words = ["すべてが求める領域", "どれも求めない領域"];
    if (asking.length < sides.length) {
      var who = "スキルを定めている" + asking.length + "つが";
      words = [who + "すべて求める領域", who + "どれも求めない領域"];
    } else if (sides.length === 2) words = ["どちらも求める領域", "どちらも求めない領域"];
    var found = names.map(function (name) {
      return [name + "だけが求める領域", []];
    });
    var plans = []; /* in the order of the sides */
    var together = [];
    sides.forEach(function (side) {
      if (plans.indexOf(planOf(side)) >= 0) return;
      plans.push(planOf(side));
      together.push([side.plan + "の2つ以上だけが求める領域", []]);
    });
    var every = [words[0], []];
    var none = [words[1], []];
    parts.forEach(function (part) {
      part.rows.forEach(function (row) {
        if (row.kind !== "skills" || !row.href) return;
        var said = difference(row, sides, names);
        var area = [row.title, said.kind === "none" ? "" : anchorOf(row)];
        if (said.kind === "one") {
          found[said.signs.indexOf(HAS)][1].push(area);
        } else if (said.kind === "plan") {
          together[plans.indexOf(planOf(sides[said.signs.indexOf(HAS)]))][1].push(area);
        } else if (said.kind === "same" || said.kind === "all") {
          every[1].push(area);
        } else if (said.kind === "none") {
          none[1].push(area);
        }
      });
    });
    return found.concat(together, [every, none]).filter(function (gist) {
      return gist[1].length;
    });
  }

  function summary(sides) {
    var made = element("dl", "jz-facts jz-gists");
    gists(sides).forEach(function (gist) {
      var line = made.appendChild(element("div"));
      var name = line.appendChild(element("dt", "", gist[0] + " "));
      name.appendChild(element("span", "jz-count", String(gist[1].length)));
      var areas = line.appendChild(element("dd"));
      gist[1].forEach(function (area, number) {
        if (number) areas.append("、");
        var link = areas.appendChild(element(area[1] ? "a" : "span", "", area[0]));
        if (area[1]) link.href = "#" + area[1];
      });
    });
    return made;
  }

  /* The sheet */

  var PER_SIDE = ["", " 記号", " 補足"];

  function triple(row, side, number) {
    var cell = cellOf(row, side);
    if (cell === null) {
      var lacks = row.kind === "skills" && side.asks;
      if (number) return [null, null, null];
      return lacks ? [NOT_ASKED, null, unplacedWords(row, side) || null] : [UNDEFINED, null, null];
    }
    if (row.kind === "number") return [cell, null, null];
    var thing = cell[number];
    if (!thing) return [null, null, null];
    var notes = [thing[5], thing[2], thing[3] ? "推定" : ""].filter(Boolean);
    return [thing[0], thing[4] || null, notes.join("、") || null];
  }

  /* One thing to a line, one value to a cell; its first row is the head. */
  function sheet(sides) {
    var names = shortNames(sides);
    var head = ["見出し", "比べること", "違い"];
    sides.forEach(function (side) {
      PER_SIDE.forEach(function (more) {
        head.push(side.plan + " " + side.name + more);
      });
    });
    var rows = [head];
    parts.forEach(function (part) {
      part.rows.forEach(function (row) {
        var said = difference(row, sides, names);
        var words = said.words || (said.kind === "none" ? "どの列にもない" : null);
        var most = sides.reduce(function (sofar, side) {
          var cell = cellOf(row, side);
          return Math.max(sofar, cell !== null && row.kind !== "number" ? cell.length : 1);
        }, 1);
        for (var number = 0; number < most; number += 1) {
          rows.push(
            sides.reduce(function (line, side) {
              return line.concat(
                row.kind === "number" && number ? [null, null, null] : triple(row, side, number)
              );
            }, [part.title, row.title, words])
          );
        }
      });
    });
    return rows;
  }

  tools.table = table;
  tools.summary = summary;
  tools.sheet = sheet;
})();
