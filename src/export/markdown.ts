import { exportTexts } from '../texts/export.ts';
import { texts } from '../texts/texts.ts';
import { visible } from '../visible.ts';
import type { Dossier, DossierItem } from './document.ts';
import { referenceOf } from './reference.ts';

/** A dossier as Markdown (CommonMark): what letters hold is escaped, so that it reads as it stands there. */
export function toMarkdown({ language, title, notes, parts }: Dossier): string {
  const blocks = [
    `# ${escaped(title)}`,
    ...notes.map(escaped),
    ...parts.flatMap(({ heading, items }) => [
      ...(heading === null ? [] : [`## ${escaped(heading)}`]),
      ...items.map((item) => itemMarkdown(item, language)),
    ]),
    `---\n\n${escaped(exportTexts(language).made)}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function itemMarkdown({ quote, label, facts }: DossierItem, language: Dossier['language']): string {
  const { citation, links } = referenceOf(quote, language);
  const addresses = links.map(({ label: name, url }) => `[${escaped(name)}](<${address(url)}>)`);
  const lines = [
    ...(label === null ? [] : [`**${escaped(label)}**\n`]),
    ...(quote.question === null ? [] : [`${escaped(texts(language).answer.question(quote.question))}\n`]),
    `> ${escaped(quote.text)}\n`,
    ...quote.notes.map((note) => `${escaped(texts(language).answer.note(note.text))}\n`),
    [escaped(citation), ...addresses].join(' · '),
    ...facts.map(({ name, value }) => `\n*${escaped(name)}*: ${escaped(value)}`),
  ];
  return lines.join('\n');
}

/** Every ASCII punctuation mark that CommonMark gives a meaning, and what begins a list or a heading. */
export function escaped(text: string): string {
  return visible(text.replace(/\s+/g, ' ').trim())
    .replace(/[\\`*_{}[\]<>#|~&!$]/g, '\\$&')
    .replace(/^([-+])(?=\s)/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s)/, '$1\\$2')
    .replace(/^([=-]{3,})/, '\\$1')
    .replace(/:\/\//g, ':\\/\\/');
}

/** An address between angle brackets. */
function address(url: string): string {
  return url.replace(/[<>\s\\]/g, (character) => encodeURIComponent(character));
}
