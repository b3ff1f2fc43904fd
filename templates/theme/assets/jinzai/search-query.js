/*
 * What somebody asks for: a query cut into parts, without the words that make it a question, and
 * with what else its words are called.
 *
 * A query is cut at spaces and 、。・「」 and the like. Tails of questions are taken off each part: DXリーダー
 * is what DXリーダーになるには asks for. The tail still counts a little: クラウドの研修 asks for a course.
 * A part is {texts, tail}; texts are [folded text, factor], first what was typed, then each synonym put
 * in the place of the word.
 *
 * Loaded after search-fold.js, when somebody begins to search. It touches no page.
 *
 * Reads    nothing
 * Writes   nothing
 * Stores   nothing
 * Without  it there is no search
 * Gives    window.jinzaiSearch: asked, folded
 */
(() => {
  "use strict";

  const {fold} = window.jinzaiSearch;

  const CUTS = /[\s、。・，．｡､･「」『』“”"'’‘（）()【】[\]?？!！:：;；/／&＆+＋]+/u;
  const SYNONYM = 0.8;
  const MOST_TEXTS = 8;
  /* Each is taken off the end of a part as long as something is left of it. */
  const TAILS = [
    ..."は を が の に で と や って とは ですか には".split(" "),
    ..."何 なに いつ どこ だれ 誰 どれ どう どんな なぜ どうやって".split(" "),
    ..."何人 何時間 何日 何年 何か月 何月 いくつ どのくらい いつから いつまで".split(" "),
    ..."になる になるために したい する ための 必要 必要な 受ける 受けたい 学ぶ 学びたい 知りたい 教えて 探す".split(
      " ",
    ),
    ..."身につける 身に付ける 向け 向けの やり方 仕方 しかた 方法 なり方 意味 内容 一覧 について とき".split(
      " ",
    ),
    ..."やる ある できる 育てる やればいい すればいい いい 使い方 使う もの こと".split(" "),
    ..."の研修 の講座 の時間 の対象 の目標 の役割 のスキル 研修 講座 コース セミナー 勉強会 勉強".split(
      " ",
    ),
  ]
    .map(fold)
    .sort((one, other) => other.length - one.length);
  const LATIN = /[a-z0-9]/;

  /* A folded part without the tails of questions, and these. */
  function withoutTail(part) {
    let head = part;
    for (;;) {
      const tail = TAILS.find((one) => head.endsWith(one) && head.length > one.length + 1);
      if (!tail) return [head, part.slice(head.length).replace(/^の/, "")];
      head = head.slice(0, -tail.length);
    }
  }

  /* Where a word stands in a text; a Latin word not within a longer one. -1 if it does not. */
  function placeOf(word, text) {
    const at = text.indexOf(word);
    if (at < 0) return at;
    const isWithin = (inner, outer) => LATIN.test(inner) && LATIN.test(outer ?? "");
    const before = isWithin(word[0], text[at - 1]);
    const after = isWithin(word[word.length - 1], text[at + word.length]);
    return before || after ? -1 : at;
  }

  /* The text with each of its words that has synonyms replaced by each of these. */
  function otherwise(text, groups) {
    const found = new Set();
    for (const group of groups) {
      /* The longest word of a group that the text has stands for the group. */
      const held = group.filter((word) => placeOf(word, text) >= 0);
      const [word] = held.sort((one, other) => other.length - one.length);
      if (!word) continue;
      const at = placeOf(word, text);
      for (const other of group) {
        const said = text.slice(0, at) + other + text.slice(at + word.length);
        if (said !== text) found.add(said);
      }
    }
    return [...found].slice(0, MOST_TEXTS).map((said) => [said, SYNONYM]);
  }

  /* Groups of synonyms as queries are compared with them. */
  const folded = (groups) => groups.map((group) => [...new Set(group.map(fold))].filter(Boolean));

  /* The parts of a query; `isCut` where there are more than `most`. */
  function asked(query, groups, most) {
    const words = [...new Set(query.split(CUTS).map(fold))].filter(Boolean);
    const parts = words.slice(0, most).map((word) => {
      const [head, tail] = withoutTail(word);
      return {texts: [[head, 1], ...otherwise(head, groups)], tail};
    });
    return {parts, isCut: words.length > most};
  }

  window.jinzaiSearch = {...window.jinzaiSearch, asked, folded};
})();
