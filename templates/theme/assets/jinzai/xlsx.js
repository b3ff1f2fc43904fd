/*
 * Writes a workbook (.xlsx, SpreadsheetML in a ZIP archive) from plain values.
 *
 *   jinzaiXlsx([{name, widths: [14, …], frozen: [rows, columns], rows: [[value, …], …]}, …])
 *
 * gives the bytes as a Uint8Array. A number becomes a number, a text a text and never a formula,
 * null an empty cell. The first row of a sheet with frozen rows is its head and can be filtered.
 * Nothing is compressed, so that the archive needs a checksum and nothing else. Knows no page.
 */
(function () {
  "use strict";

  var MOST_TEXT = 32767; /* the longest text that a cell holds */
  var MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  var RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  var PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  var TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  var XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  var STYLES = {text: 0, head: 1, number: 2};

  /* XML */

  function escaped(text) {
    return text
      .slice(0, MOST_TEXT)
      .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "")
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(^|[^\ud800-\udbff])[\udc00-\udfff]/g, "$1")
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_") /* `_x0041_` would be read as A */
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      .replace(/"/g, "&quot;");
  }

  /* 0 is A, 26 is AA. */
  function letters(column) {
    var name = "";
    for (var rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
      name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
    }
    return name;
  }

  function cell(value, row, column, isHead) {
    if (value === null || value === "") return "";
    var place = '<c r="' + letters(column) + (row + 1) + '" s="';
    if (typeof value === "number") {
      return place + STYLES.number + '"><v>' + value + "</v></c>";
    }
    return (
      place + (isHead ? STYLES.head : STYLES.text) +
      '" t="inlineStr"><is><t xml:space="preserve">' + escaped(value) + "</t></is></c>"
    );
  }

  function view(frozen, isFirst) {
    var rows = frozen[0];
    var columns = frozen[1];
    var pane =
      rows || columns
        ? "<pane" + (columns ? ' xSplit="' + columns + '"' : "") +
          (rows ? ' ySplit="' + rows + '"' : "") +
          ' topLeftCell="' + letters(columns) + (rows + 1) + '" activePane="' +
          (rows && columns ? "bottomRight" : rows ? "bottomLeft" : "topRight") +
          '" state="frozen"/>'
        : "";
    return (
      "<sheetViews><sheetView" + (isFirst ? ' tabSelected="1"' : "") +
      ' workbookViewId="0">' + pane + "</sheetView></sheetViews>"
    );
  }

  function worksheet(sheet, isFirst) {
    var most = 1;
    var body = sheet.rows.map(function (values, row) {
      most = Math.max(most, values.length);
      var isHead = row < sheet.frozen[0];
      return (
        '<row r="' + (row + 1) + '">' +
        values.map(function (value, column) {
          return cell(value, row, column, isHead);
        }).join("") + "</row>"
      );
    });
    var columns = sheet.widths.map(function (width, number) {
      var place = number + 1;
      return (
        '<col min="' + place + '" max="' + place + '" width="' + width + '" customWidth="1"/>'
      );
    });
    return (
      XML + '<worksheet xmlns="' + MAIN + '"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
      view(sheet.frozen, isFirst) + '<sheetFormatPr defaultRowHeight="18"/>' +
      "<cols>" + columns.join("") + "</cols><sheetData>" + body.join("") + "</sheetData>" +
      (sheet.frozen[0]
        ? '<autoFilter ref="A1:' + letters(most - 1) + sheet.rows.length + '"/>'
        : "") +
      '<pageSetup paperSize="8" orientation="landscape" fitToHeight="0"/></worksheet>'
    );
  }

  var STYLE_SHEET =
    XML + '<styleSheet xmlns="' + MAIN + '">' +
    '<fonts count="2"><font><sz val="11"/><name val="Yu Gothic"/></font>' +
    '<font><b/><sz val="11"/><name val="Yu Gothic"/></font></fonts>' +
    '<fills count="3"><fill><patternFill patternType="none"/></fill>' +
    '<fill><patternFill patternType="gray125"/></fill>' +
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE6EBF2"/></patternFill></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="3">' +
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">' +
    '<alignment vertical="top" wrapText="1"/></xf>' +
    '<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"' +
    ' applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>' +
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">' +
    '<alignment horizontal="right" vertical="top"/></xf></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    "</styleSheet>";

  /* The frozen head is printed on every page. */
  function titles(sheets) {
    var names = sheets.map(function (sheet, number) {
      if (!sheet.frozen[0]) return "";
      return (
        '<definedName name="_xlnm.Print_Titles" localSheetId="' + number + '">' +
        escaped("'" + sheetName(sheet).replace(/'/g, "''") + "'!$1:$" + sheet.frozen[0]) +
        "</definedName>"
      );
    }).join("");
    return names && "<definedNames>" + names + "</definedNames>";
  }

  function sheetName(sheet) {
    return sheet.name.replace(/[\\/?*[\]:]/g, " ").slice(0, 31);
  }

  function workbook(sheets) {
    return (
      XML + '<workbook xmlns="' + MAIN + '" xmlns:r="' + RELATION + '"><sheets>' +
      sheets.map(function (sheet, number) {
        var id = number + 1;
        var name = escaped(sheetName(sheet));
        return '<sheet name="' + name + '" sheetId="' + id + '" r:id="rId' + id + '"/>';
      }).join("") + "</sheets>" + titles(sheets) + "</workbook>"
    );
  }

  function relations(entries) {
    return (
      XML + '<Relationships xmlns="' + PACKAGE + 'relationships">' +
      entries.map(function (entry, number) {
        return (
          '<Relationship Id="rId' + (number + 1) + '" Type="' + RELATION + "/" + entry[0] +
          '" Target="' + entry[1] + '"/>'
        );
      }).join("") + "</Relationships>"
    );
  }

  function contentTypes(sheets) {
    function override(name, type) {
      return '<Override PartName="/xl/' + name + '.xml" ContentType="' + TYPE + type + '+xml"/>';
    }
    return (
      XML + '<Types xmlns="' + PACKAGE + 'content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.' +
      'relationships+xml"/>' + '<Default Extension="xml" ContentType="application/xml"/>' +
      override("workbook", "sheet.main") + override("styles", "styles") +
      sheets.map(function (_, number) {
        return override("worksheets/sheet" + (number + 1), "worksheet");
      }).join("") + "</Types>"
    );
  }

  /* ZIP */

  var TABLE = [];
  for (var byte = 0; byte < 256; byte += 1) {
    var rest = byte;
    for (var bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
    TABLE[byte] = rest;
  }

  function checksum(bytes) {
    var crc = 0xffffffff;
    for (var place = 0; place < bytes.length; place += 1) {
      crc = TABLE[(crc ^ bytes[place]) & 0xff] ^ (crc >>> 8);
    }
    return (crc ^ 0xffffffff) >>> 0;
  }

  /* [value, bytes it takes] one after the other, the least byte first. */
  function packed(fields) {
    var bytes = [];
    fields.forEach(function (field) {
      for (var shift = 0; shift < field[1]; shift += 1) {
        bytes.push(Math.floor(field[0] / Math.pow(256, shift)) % 256);
      }
    });
    return new Uint8Array(bytes);
  }

  function archive(files) {
    var encoder = new TextEncoder();
    var chunks = [];
    var directory = [];
    var offset = 0;
    files.forEach(function (file) {
      var name = encoder.encode(file[0]);
      var data = encoder.encode(file[1]);
      /* version, UTF-8 names, stored, midnight of 1980-01-01, checksum, sizes, name, no more */
      var facts = [
        [20, 2], [0x0800, 2], [0, 2], [0, 2], [0x21, 2], [checksum(data), 4],
        [data.length, 4], [data.length, 4], [name.length, 2], [0, 2],
      ];
      var head = packed([[0x04034b50, 4]].concat(facts));
      directory.push(
        packed([[0x02014b50, 4], [20, 2]].concat(facts, [[0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]])),
        name
      );
      chunks.push(head, name, data);
      offset += head.length + name.length + data.length;
    });
    var size = directory.reduce(function (sum, chunk) {
      return sum + chunk.length;
    }, 0);
    var count = files.length;
    var end = packed([
      [0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [offset, 4], [0, 2],
    ]);
    var whole = new Uint8Array(offset + size + end.length);
    var place = 0;
    chunks.concat(directory, [end]).forEach(function (chunk) {
      whole.set(chunk, place);
      place += chunk.length;
    });
    return whole;
  }

  window.jinzaiXlsx = function (sheets) {
    var parts = sheets.map(function (sheet, number) {
      return ["xl/worksheets/sheet" + (number + 1) + ".xml", worksheet(sheet, number === 0)];
    });
    var links = sheets.map(function (_, number) {
      return ["worksheet", "worksheets/sheet" + (number + 1) + ".xml"];
    });
    return archive(
      [
        ["[Content_Types].xml", contentTypes(sheets)],
        ["_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]])],
        ["xl/workbook.xml", workbook(sheets)],
        ["xl/_rels/workbook.xml.rels", relations(links.concat([["styles", "styles.xml"]]))],
        ["xl/styles.xml", STYLE_SHEET],
      ].concat(parts)
    );
  };
})();
