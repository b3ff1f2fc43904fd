/*
 * Writes a workbook (.xlsx, SpreadsheetML in a ZIP archive) from plain values.
 *
 *   jinzaiXlsx([{name, widths: [14, …], frozen: [rows, columns], rows: [[value, …], …]}, …])
 *
 * gives the bytes as a Uint8Array. A number becomes a number, a text a text and never a formula,
 * null an empty cell. The first row of a sheet with frozen rows is its head and can be filtered.
 * Nothing is compressed, so that the archive needs a checksum and nothing else. Knows no page:
 * reads, writes and stores nothing.
 */
(() => {
  "use strict";

  const MOST_TEXT = 32767; /* the longest text that a cell holds */
  const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const STYLES = {text: 0, head: 1, number: 2};

  /* XML */

  function escaped(text) {
    return text
      .slice(0, MOST_TEXT)
      .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "") /* no XML */
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_") /* `_x0041_` would be read as A */
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      .replace(/"/g, "&quot;");
  }

  /* 0 is A, 26 is AA. */
  function letters(column) {
    let name = "";
    for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
      name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
    }
    return name;
  }

  function cell(value, row, column, isHead) {
    if (value === null || value === "") return "";
    const at = `r="${letters(column)}${row + 1}"`;
    if (typeof value === "number") return `<c ${at} s="${STYLES.number}"><v>${value}</v></c>`;
    const style = isHead ? STYLES.head : STYLES.text;
    const text = `<is><t xml:space="preserve">${escaped(value)}</t></is>`;
    return `<c ${at} s="${style}" t="inlineStr">${text}</c>`;
  }

  function pane([rows, columns]) {
    if (!rows && !columns) return "";
    const active = rows && columns ? "bottomRight" : rows ? "bottomLeft" : "topRight";
    const split = (columns ? ` xSplit="${columns}"` : "") + (rows ? ` ySplit="${rows}"` : "");
    const first = `${letters(columns)}${rows + 1}`;
    return `<pane${split} topLeftCell="${first}" activePane="${active}" state="frozen"/>`;
  }

  function worksheet({frozen, rows, widths}, isFirst) {
    const most = Math.max(1, ...rows.map((values) => values.length));
    const body = rows.map((values, row) => {
      const cells = values.map((value, column) => cell(value, row, column, row < frozen[0]));
      return `<row r="${row + 1}">${cells.join("")}</row>`;
    });
    const columns = widths.map((width, place) => {
      const number = place + 1;
      return `<col min="${number}" max="${number}" width="${width}" customWidth="1"/>`;
    });
    const selected = isFirst ? ' tabSelected="1"' : "";
    const filter = frozen[0] ? `<autoFilter ref="A1:${letters(most - 1)}${rows.length}"/>` : "";
    return [
      XML,
      `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
      `<sheetViews><sheetView${selected} workbookViewId="0">${pane(frozen)}</sheetView></sheetViews>`,
      '<sheetFormatPr defaultRowHeight="18"/>',
      `<cols>${columns.join("")}</cols><sheetData>${body.join("")}</sheetData>${filter}`,
      '<pageSetup paperSize="8" orientation="landscape" fitToHeight="0"/></worksheet>',
    ].join("");
  }

  const STYLE_SHEET = [
    XML,
    `<styleSheet xmlns="${MAIN}">`,
    '<fonts count="2"><font><sz val="11"/><name val="Yu Gothic"/></font>',
    '<font><b/><sz val="11"/><name val="Yu Gothic"/></font></fonts>',
    '<fills count="3"><fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE6EBF2"/></patternFill></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    '<cellXfs count="3">',
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">',
    '<alignment vertical="top" wrapText="1"/></xf>',
    '<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"',
    ' applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>',
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">',
    '<alignment horizontal="right" vertical="top"/></xf></cellXfs>',
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    "</styleSheet>",
  ].join("");

  const sheetName = (sheet) => sheet.name.replace(/[\\/?*[\]:]/g, " ").slice(0, 31);

  /* The frozen head is printed on every page. */
  function titles(sheets) {
    const names = sheets.map((sheet, place) => {
      const [rows] = sheet.frozen;
      if (!rows) return "";
      const range = escaped(`'${sheetName(sheet).replace(/'/g, "''")}'!$1:$${rows}`);
      const name = `name="_xlnm.Print_Titles" localSheetId="${place}"`;
      return `<definedName ${name}>${range}</definedName>`;
    });
    const all = names.join("");
    return all && `<definedNames>${all}</definedNames>`;
  }

  function workbook(sheets) {
    const listed = sheets.map((sheet, place) => {
      const id = place + 1;
      return `<sheet name="${escaped(sheetName(sheet))}" sheetId="${id}" r:id="rId${id}"/>`;
    });
    const head = `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATION}">`;
    return `${head}<sheets>${listed.join("")}</sheets>${titles(sheets)}</workbook>`;
  }

  /* `entries` are [type, target]. */
  function relations(entries) {
    const listed = entries.map(([type, target], place) => {
      const kind = `Id="rId${place + 1}" Type="${RELATION}/${type}"`;
      return `<Relationship ${kind} Target="${target}"/>`;
    });
    const head = `${XML}<Relationships xmlns="${PACKAGE}relationships">`;
    return `${head}${listed.join("")}</Relationships>`;
  }

  function contentTypes(sheets) {
    const override = (name, type) =>
      `<Override PartName="/xl/${name}.xml" ContentType="${TYPE}${type}+xml"/>`;
    const relation = "application/vnd.openxmlformats-package.relationships+xml";
    return [
      XML,
      `<Types xmlns="${PACKAGE}content-types">`,
      `<Default Extension="rels" ContentType="${relation}"/>`,
      '<Default Extension="xml" ContentType="application/xml"/>',
      override("workbook", "sheet.main"),
      override("styles", "styles"),
      ...sheets.map((_, place) => override(`worksheets/sheet${place + 1}`, "worksheet")),
      "</Types>",
    ].join("");
  }

  /* ZIP */

  const TABLE = Array.from({length: 256}, (_, byte) => {
    let rest = byte;
    for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
    return rest;
  });

  function checksum(bytes) {
    let crc = 0xffffffff;
    for (const byte of bytes) crc = TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
    return (crc ^ 0xffffffff) >>> 0;
  }

  /* Each value in so many bytes, the least byte first. */
  const packed = (size, values) =>
    values.flatMap((value) =>
      Array.from({length: size}, (_, place) => Math.floor(value / 256 ** place) % 256),
    );
  const two = (...values) => packed(2, values);
  const four = (...values) => packed(4, values);

  function joined(chunks) {
    const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
    let place = 0;
    for (const chunk of chunks) {
      whole.set(chunk, place);
      place += chunk.length;
    }
    return whole;
  }

  /* `files` are [name, text]. */
  function archive(files) {
    const encoder = new TextEncoder();
    const chunks = [];
    const entries = [];
    let offset = 0;
    for (const [path, text] of files) {
      const name = encoder.encode(path);
      const data = encoder.encode(text);
      const facts = [
        ...two(20, 0x0800, 0, 0, 0x21) /* version, UTF-8 names, stored, midnight of 1980-01-01 */,
        ...four(checksum(data), data.length, data.length),
        ...two(name.length, 0),
      ];
      const local = [...four(0x04034b50), ...facts];
      /* made by version 2.0; behind the facts no remark, the first disk, no attributes */
      entries.push(
        [...four(0x02014b50), ...two(20), ...facts, ...two(0, 0, 0), ...four(0, offset)],
        name,
      );
      chunks.push(local, name, data);
      offset += local.length + name.length + data.length;
    }
    const directory = joined(entries);
    const end = [
      ...four(0x06054b50),
      ...two(0, 0, files.length, files.length),
      ...four(directory.length, offset),
      ...two(0),
    ];
    return joined([...chunks, directory, end]);
  }

  window.jinzaiXlsx = (sheets) => {
    const paths = sheets.map((_, place) => `worksheets/sheet${place + 1}.xml`);
    const parts = sheets.map((sheet, place) => [`xl/${paths[place]}`, worksheet(sheet, !place)]);
    const links = [...paths.map((path) => ["worksheet", path]), ["styles", "styles.xml"]];
    return archive([
      ["[Content_Types].xml", contentTypes(sheets)],
      ["_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]])],
      ["xl/workbook.xml", workbook(sheets)],
      ["xl/_rels/workbook.xml.rels", relations(links)],
      ["xl/styles.xml", STYLE_SHEET],
      ...parts,
    ]);
  };
})();
