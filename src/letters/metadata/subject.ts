import type { UnitText } from '../unit-texts.ts';
import { type Field, field } from './field.ts';

const LABELLED = /^(?:Betreft|Betreffende|Onderwerp)\s*:?\s+(?=\S)/;
const TITLE = /^(?:(?:de|het)\s)?(?:geannoteerde agenda|verslag)\b/i;

/** What a letter says it is about: the label "Betreft" or "Onderwerp", or a heading that calls it a report or an agenda. */
export function findSubject(texts: readonly UnitText[]): Field<string> {
  for (const text of texts) {
    const label = text.unit.kind === 'metadata' ? LABELLED.exec(text.form.text) : null;
    if (label) return whole(text, label[0].length);
  }
  const title = texts.find((text) => text.unit.kind === 'heading' && TITLE.test(text.form.text));
  return title ? whole(title, 0) : { value: null };
}

function whole(text: UnitText, from: number): Field<string> {
  return field(text, { start: from, end: text.form.text.length }, text.form.text.slice(from));
}
