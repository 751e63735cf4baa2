import { inlineSignatory } from '../signature/inline.ts';
import type { Signatory } from '../types.ts';
import type { UnitText } from '../unit-texts.ts';
import { type Field, field, NOTHING } from './field.ts';

const ANSWERED = /^(?:Antwoord|Mededeling) van /;
/** "van Minister Voorbeeld (Defensie)", also more than once; not those in whose name they answer. */
const BY =
  /(?<=(?:van|en|,)\s(?:de\s)?)(?<rank>[Mm]inister(?:-[Pp]resident)?|[Ss]taatssecretaris)\s(?<name>\p{Lu}[^()]{1,60}?)\s?(?<department>\([^()]{2,120}\))/gu;

/** Who signed a letter, or answered the questions of a paper that bears no signature. */
export function findSignatories(texts: readonly UnitText[]): Field<readonly Signatory[]> {
  const signed = texts.filter(({ unit }) => unit.signatories?.some(({ name }) => name !== null));
  const people = signed.flatMap(({ unit }) =>
    (unit.signatories ?? []).flatMap(({ name, office }) => (name === null ? [] : [{ name, office }])),
  );
  const unique = people.filter(
    (one, i) => people.findIndex((other) => other.name === one.name && other.office === one.office) === i,
  );
  if (unique.length > 0) return { value: unique, spans: signed.map(({ hull }) => hull) };
  return answering(texts) ?? inlineSignatories(texts);
}

function inlineSignatories(texts: readonly UnitText[]): Field<readonly Signatory[]> {
  const last = texts.findLast(({ unit }) => unit.kind === 'paragraph');
  const found = last && inlineSignatory(last.form.text);
  if (!last || !found) return NOTHING;
  const { start, name, office } = found;
  return field(last, { start, end: last.form.text.length }, [{ name, office }]);
}

/** Those whom the line over the answers names: "Antwoord van Minister Voorbeeld (Defensie) (ontvangen …)." */
function answering(texts: readonly UnitText[]): Field<readonly Signatory[]> | null {
  const text = texts.find(({ unit, form }) => unit.kind === 'metadata' && ANSWERED.test(form.text));
  const found = [...(text?.form.text.matchAll(BY) ?? [])];
  if (!text || found.length === 0) return null;
  const spans = found.flatMap((match) => {
    return field(text, { start: match.index, end: match.index + match[0].length }, null).spans ?? [];
  });
  const value = found.map(({ groups: { rank = '', name = '', department = '' } = {} }) => ({
    name,
    office: `${rank} ${department}`,
  }));
  return { value, spans };
}
