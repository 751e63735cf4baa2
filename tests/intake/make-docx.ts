import { strToU8, type Zippable, zipSync } from 'fflate';

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A run's text as WordprocessingML; a number is a reference to the footnote of that id. */
export function paragraph(...runs: readonly (string | number)[]): string {
  const xml = runs.map((run) =>
    typeof run === 'number'
      ? `<w:r><w:footnoteReference w:id="${run}"/></w:r>`
      : `<w:r><w:t xml:space="preserve">${run}</w:t></w:r>`,
  );
  return `<w:p>${xml.join('')}</w:p>`;
}

/** @param rows cells, each of paragraphs. */
export function table(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]): string => row.map((cell) => `<w:tc>${cell}</w:tc>`).join('');
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`;
}

/** A Word file with a body, footnotes by id from 1, and other parts. */
export function makeDocx(body: string, footnotes: readonly string[] = [], parts: Zippable = {}): Uint8Array {
  const notes = footnotes.map((text, i) => `<w:footnote w:id="${i + 1}">${paragraph(text)}</w:footnote>`).join('');
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/><Override PartName="/word/footnotes.xml" ContentType="${TYPES}.footnotes+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(relations('officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': strToU8(relations('footnotes', 'footnotes.xml')),
    'word/document.xml': strToU8(`<w:document ${WORD}><w:body>${body}</w:body></w:document>`),
    'word/footnotes.xml': strToU8(`<w:footnotes ${WORD}>${notes}</w:footnotes>`),
    ...parts,
  });
}

function relations(type: string, target: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/${type}" Target="${target}"/></Relationships>`;
}
