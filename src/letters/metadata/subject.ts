import type { PartKind } from '../types.ts';
import type { UnitText } from '../unit-texts.ts';
import { type Field, field, NOTHING } from './field.ts';

const LABELLED = /^(?:Betreft|Betreffende|Onderwerp)(?:\s*:)?\s+(?=\S)/;
/** "Brief regering : Voortgang aanschaf fregatten". */
const TYPED =
  /^(?:Brief (?:regering|Kamer|commissie)|Kamerbrief|Antwoord schriftelijke vragen|Geannoteerde agenda)\s?:\s?(?=\S)/;
/** The kind of paper as a page of parliament names it under the paper's title. */
const TYPE =
  /^(?:Brief (?:regering|Kamer|commissie)|Kamerbrief|Antwoord schriftelijke vragen|Geannoteerde agenda)$|^Kamerstuk: ?Kamerbrief\b/;
const TITLE = /^(?:(?:de|het)\s)?(?:geannoteerde agenda|verslag)\b/i;
/** A title that stands over a page: "Kamerbrief over de voortgang van de fregatten". */
const PAGE_TITLE =
  /^(?:Kamerbrief|Brief|Beantwoording|Antwoord(?:en)?|Aanbiedingsbrief|Kabinetsreactie|Beleidsbrief)\b.*\s(?:over|inzake|met|bij|van|op)\s/;
/** "Vragen van het lid Jansen (XYZ) aan de Minister van Defensie over …", without the date they were put. */
const ASKED = /^Vragen van (?:het lid|de leden) .{5,400}?(?=\s\(ingezonden\b)/i;
/** "Antwoorden van de minister van Defensie op Kamervragen van het lid Jansen (XYZ) over …". */
const ANSWERS = /^(?:Antwoord(?:en)?|Beantwoording) (?:van|op) .{0,200}?\b(?:[Kk]amer|schriftelijke )?vragen\b/;
const TITLE_KINDS: ReadonlySet<PartKind> = new Set(['heading', 'paragraph', 'metadata']);
const MAX_ANSWERS = 500;
/** The type of paper stands so near the top of a page. */
const TOP = 5;

/**
 * What a letter says it is about: the label "Betreft" or "Onderwerp"; the title over a page of parliament; what the
 * questions are about that it answers; or a heading that calls it a report or an agenda.
 */
export function findSubject(texts: readonly UnitText[]): Field<string> {
  for (const text of texts) {
    const label = text.unit.kind === 'metadata' ? (LABELLED.exec(text.form.text) ?? TYPED.exec(text.form.text)) : null;
    if (label) return whole(text, label[0].length);
  }
  return pageTitle(texts) ?? questions(texts) ?? named(texts);
}

function pageTitle(texts: readonly UnitText[]): Field<string> | null {
  const [first] = texts;
  if (!first || !TITLE_KINDS.has(first.unit.kind)) return null;
  const text = first.form.text;
  if (text.length > 300 || /[.!;:]$/.test(text)) return null;
  const next = texts[1]?.unit.kind;
  const hasType =
    !TYPE.test(text) && texts.slice(1, TOP).some(({ unit, form }) => unit.kind === 'metadata' && TYPE.test(form.text));
  const isTitle =
    first.unit.kind !== 'metadata' &&
    PAGE_TITLE.test(text) &&
    (next === 'metadata' || next === 'furniture' || next === 'address');
  return hasType || isTitle ? whole(first, 0) : null;
}

function questions(texts: readonly UnitText[]): Field<string> | null {
  for (const [i, text] of texts.entries()) {
    const asked = text.unit.kind === 'metadata' ? ASKED.exec(text.form.text) : null;
    if (asked) return field(text, { start: 0, end: asked[0].length }, asked[0]);
    const isTitle = text.unit.kind === 'heading' || text.unit.kind === 'paragraph';
    if (isTitle && text.form.text.length <= MAX_ANSWERS && ANSWERS.test(text.form.text))
      return wrapped(text, texts[i + 1]);
  }
  return null;
}

/** A title that goes on behind an empty line: "… op Kamervragen", "van de leden Jansen en Pietersen over …". */
function wrapped(text: UnitText, next: UnitText | undefined): Field<string> {
  const first = whole(text, 0);
  if (!next || !/^(?:van|over|aan|en|op|inzake)\b/.test(next.form.text) || next.form.text.length > MAX_ANSWERS)
    return first;
  const value = `${text.form.text} ${next.form.text.replace(/\.$/, '')}`;
  return { value, spans: [...(first.spans ?? []), ...(whole(next, 0).spans ?? [])] };
}

function named(texts: readonly UnitText[]): Field<string> {
  const title = texts.find((text) => text.unit.kind === 'heading' && TITLE.test(text.form.text));
  return title ? whole(title, 0) : NOTHING;
}

function whole(text: UnitText, from: number): Field<string> {
  const { length } = text.form.text;
  return field(text, { start: from, end: length }, text.form.text.slice(from));
}
