import { Document, ExternalHyperlink, HeadingLevel, Packer, Paragraph, type ParagraphChild, TextRun } from 'docx';
import { exportTexts } from '../texts/export.ts';
import { texts } from '../texts/texts.ts';
import { visible } from '../visible.ts';
import type { Dossier, DossierItem } from './document.ts';
import { referenceOf } from './reference.ts';

/** Indent of a quotation, in twentieths of a point. */
const INDENT = 567;
/** Small print, in half points. */
const SMALL = 18;

/** The name by which Word knows quotations; the document has to say what it looks like. */
const QUOTE = {
  id: 'Quote',
  name: 'Quote',
  basedOn: 'Normal',
  next: 'Normal',
  quickFormat: true,
  paragraph: { indent: { left: INDENT, right: INDENT } },
};

/** A dossier as a Word document (.docx): headings and quotations in the styles that Word knows them by. */
export async function toWord({ language, title, notes, parts }: Dossier): Promise<Uint8Array> {
  const children = [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(title)] }),
    ...notes.map((note) => new Paragraph({ children: [run(note)] })),
    ...parts.flatMap(({ heading, items }) => [
      ...(heading === null ? [] : [new Paragraph({ heading: HeadingLevel.HEADING_2, children: [run(heading)] })]),
      ...items.flatMap((item) => itemParagraphs(item, language)),
    ]),
    new Paragraph({ spacing: { before: 400 }, children: [run(exportTexts(language).made, { size: SMALL })] }),
  ];
  const document = new Document({
    title: clean(title),
    creator: 'Briefwijzer',
    styles: { paragraphStyles: [QUOTE] },
    sections: [{ children }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function itemParagraphs({ quote, label, facts }: DossierItem, language: Dossier['language']): Paragraph[] {
  const { citation, links } = referenceOf(quote, language);
  const addresses = links.flatMap(({ label: name, url }): ParagraphChild[] => [
    run(' · ', { size: SMALL }),
    new ExternalHyperlink({
      link: url,
      children: [new TextRun({ text: clean(name), style: 'Hyperlink', size: SMALL })],
    }),
  ]);
  return [
    ...(label === null ? [] : [new Paragraph({ keepNext: true, children: [run(label, { bold: true })] })]),
    ...(quote.question === null ? [] : [besideQuote(texts(language).answer.question(quote.question))]),
    new Paragraph({
      style: QUOTE.id,
      keepLines: true,
      keepNext: true,
      children: [new TextRun({ text: clean(quote.text), language: { value: 'nl-NL' } })],
    }),
    ...quote.notes.map((note) => besideQuote(texts(language).answer.note(note.text))),
    new Paragraph({
      indent: { left: INDENT },
      spacing: { after: 160 },
      children: [run(citation, { size: SMALL }), ...addresses],
    }),
    ...facts.map(
      ({ name, value }) =>
        new Paragraph({
          indent: { left: INDENT },
          children: [run(`${name}: `, { italics: true, size: SMALL }), run(value, { size: SMALL })],
        }),
    ),
  ];
}

/** Small print that stays on one page with the quote, or with what is below it. */
function besideQuote(words: string): Paragraph {
  return new Paragraph({ indent: { left: INDENT }, keepNext: true, children: [run(words, { size: SMALL })] });
}

function run(text: string, style: { bold?: boolean; italics?: boolean; size?: number } = {}): TextRun {
  return new TextRun({ text: clean(text), ...style });
}

/** What XML 1.0 can hold: without control characters and halves of characters. */
function clean(text: string): string {
  return visible(text.replace(/\s+/g, ' ')).replace(/[\uFFFE\uFFFF]|\p{Cs}/gu, '\uFFFD');
}
