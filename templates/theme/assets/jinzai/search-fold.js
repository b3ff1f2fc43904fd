/*
 * What the search takes for the same: texts folded, and folded texts cut into what is counted.
 *
 * Folded: width (NFKC), case, hiragana and katakana, small and large kana, the mark ー and dashes
 * after kana, 〜 and ～, and characters that nobody sees. Between Japanese characters a space, ・ and
 * / are nothing; everywhere else what is no letter and no digit is one space. The same is done by
 * jinzai/model/search_fold.py for the sites that are too large for one file; a test holds both
 * against each other.
 *
 * Loaded before search-rank.js, when somebody begins to search. It touches no page.
 *
 * Reads    nothing
 * Writes   nothing
 * Stores   nothing
 * Without  it there is no search
 * Gives    window.jinzaiSearch: fold, traced, tokens
 */
(() => {
  "use strict";

  const UNSEEN =
    /\u034f|[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\u180b-\u180e]|[\ufe00-\ufe0f]/g;
  const DASHES = /[\u2010-\u2015\u2212]/g;
  const VOICE = /^[\uff9e\uff9f\u3099\u309a]$/;
  const SMALL = "ぁぃぅぇぉっゃゅょゎゕゖ";
  const LARGE = "あいうえおつやゆよわかけ";
  const KANA = /[\u3041-\u309f]/;
  const JAPANESE = /[\u3005-\u3007\u30a0-\u30ff\u3400-\u9fff\uf900-\ufaff]/;
  const WORD = /[\p{L}\p{N}]/u;
  const JOINING = /[ \t\n\v\f\r\u2028\u2029・/]/;
  const LATIN = /[a-z0-9]+/g;
  const DASH = "-";
  const SPACE = " ";
  const RUN = "_";

  const known = new Map();

  /* One character, with its mark of voice, folded without regard to what stands around it, as a list
     of [character, class]: j Japanese, k kana among them, l a small Latin letter, w another letter
     or digit; - a dash or ー, / what joins Japanese words, and "" what parts them. */
  function foldOne(unit) {
    let folded = known.get(unit);
    if (folded === undefined) {
      const plain = unit
        .normalize("NFKC")
        .toLowerCase()
        .replace(UNSEEN, "")
        .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
        .replace(/[ぁぃぅぇぉっゃゅょゎゕゖ]/g, (kana) => LARGE[SMALL.indexOf(kana)])
        .replace(DASHES, DASH);
      folded = [...plain].map((character) => [character, classOf(character)]);
      known.set(unit, folded);
    }
    return folded;
  }

  function classOf(character) {
    if (character === DASH || character === "ー") return DASH;
    if (JOINING.test(character)) return "/";
    if (KANA.test(character)) return "k";
    if (JAPANESE.test(character)) return "j";
    if (/[a-z]/.test(character)) return "l";
    if (WORD.test(character)) return "w";
    return "";
  }

  const isJapanese = (name) => name === "j" || name === "k";

  /* Whether a space stands between two characters of these classes, with `gap` between them. */
  function parts(before, gap, after) {
    if (gap === null || before === "") return false;
    if (gap === "/") return !(isJapanese(before) && isJapanese(after));
    return gap !== DASH || before !== "l" || after !== "l";
  }

  /* Calls `keep(character, start, end)` for each character of the folded text, with the stretch of
     the text that it comes from, and `stretch(end)` for a mark that lengthens the last one. */
  function walk(text, keep, stretch) {
    let before = ""; /* the class of the last character that was kept */
    let gap = null; /* the class of what stands between it and the next one */
    let end = 0;
    for (let start = 0; start < text.length; start = end) {
      end = start + (text.codePointAt(start) > 0xffff ? 2 : 1);
      if (VOICE.test(text[end])) end += 1;
      for (const [character, name] of foldOne(text.slice(start, end))) {
        if (name === DASH && before === "k" && (gap === null || gap === "/")) {
          stretch(end);
        } else if (name === DASH || name === "/") {
          gap = gap === null || gap === name ? name : "";
        } else if (name === "") {
          gap = "";
        } else {
          if (parts(before, gap, name)) keep(SPACE, start, start);
          keep(character, start, end);
          before = name;
          gap = null;
        }
      }
    }
  }

  function fold(text) {
    let folded = "";
    const keep = (character) => {
      folded += character;
    };
    walk(text, keep, () => {});
    return folded;
  }

  /* A text folded, and for each of its code units the [start, end) of the text that it comes from. */
  function traced(text) {
    let folded = "";
    const origin = [];
    const keep = (character, start, end) => {
      folded += character;
      for (let unit = 0; unit < character.length; unit += 1) origin.push([start, end]);
    };
    const stretch = (end) => {
      origin[origin.length - 1] = [origin[origin.length - 1][0], end];
    };
    walk(text, keep, stretch);
    return {folded, origin};
  }

  /* What is counted of a folded text: each character, each pair of neighbours, and each run of
     Latin letters and digits. */
  function tokens(folded) {
    const found = [];
    for (const word of folded.split(SPACE)) {
      let last = "";
      for (const character of word) {
        found.push(character);
        if (last) found.push(last + character);
        last = character;
      }
      for (const [run] of word.matchAll(LATIN)) found.push(RUN + run);
    }
    return found;
  }

  window.jinzaiSearch = {...window.jinzaiSearch, fold, traced, tokens};
})();
