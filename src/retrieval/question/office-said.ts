import { conceptsOf } from '../lexical/concepts.ts';
import type { Lexicon } from '../lexical/lexicon.ts';
import { ministryNames } from '../lexical/ministries.ts';
import { asCalled, asTyped } from '../lexical/own-names.ts';
import { stands } from '../lexical/stands.ts';
import { LEXICAL_WEIGHTS } from '../lexical/weights.ts';
import type { Language } from '../types.ts';
import { languageOf } from './language.ts';
import { type OfficeAsked, officeAsked } from './office-asked.ts';

/** An office of which a question asks who holds it, as letters say it. */
export interface OfficeSaid extends Pick<OfficeAsked, 'when'> {
  /** Whether terms, those of a sentence or a signature, say its rank and all of its field. */
  readonly says: (ids: ReadonlySet<number>) => boolean;
}

/** The office of which a question asks who holds it; null where it asks of none. */
export function officeSaid(question: string, lexicon: Lexicon): OfficeSaid | null {
  const asked = officeAsked(question);
  if (asked === null) return null;
  const language = languageOf(question) === 'en' ? 'en' : 'nl';
  return { when: asked.when, says: officeTerms(asked, language, lexicon) };
}

/** Whether terms, those of a sentence or a signature, say one of the ranks of an office, if it has any, and all of its field. */
export function officeTerms(
  { ranks, field }: Pick<OfficeAsked, 'ranks' | 'field'>,
  language: Language,
  lexicon: Lexicon,
): OfficeSaid['says'] {
  const called = ranks.flatMap((rank) => conceptsOf(rank, 'nl', lexicon, LEXICAL_WEIGHTS).map(asTyped));
  const fields = fieldsMeant(field).map((each) =>
    conceptsOf(each, language, lexicon, LEXICAL_WEIGHTS).map((concept) => asCalled(concept, language, lexicon)),
  );
  return (ids) =>
    (called.length === 0 || called.some((rank) => stands(rank, ids))) &&
    fields.some((each) => each.every((concept) => stands(concept, ids)));
}

/** A field as it is typed, and with the whole names of a ministry for its abbreviation: letters are signed with those. */
function fieldsMeant(field: string): string[] {
  const whole = field.split(' ').flatMap((word) => ministryNames(word).map((name) => field.replace(word, () => name)));
  return [field, ...whole];
}
