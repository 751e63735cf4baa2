import { paperName } from '../../letters/papers.ts';
import type { Letter } from '../../letters/types.ts';
import { formatDate, type TextLanguage } from '../../texts/dates.ts';
import { texts } from '../../texts/texts.ts';
import type { Coverage } from '../schema.ts';
import { salutationOf } from './addressee.ts';
import type { Fact, FactAnswer } from './found.ts';

/** So many letters are named where any of them could be meant. */
const NAMED = 4;

/** Why what a letter itself states is not quoted: it does not state it, or it is not clear which letter is meant. */
export function factReason(
  found: Exclude<FactAnswer, { readonly is: 'stated' }>,
  coverage: Coverage,
  language: TextLanguage,
): string {
  const { unstated, given, unknown, several, noSuchPaper, noParty, noOffice, unexplained, signedAlone, listed } =
    texts(language).aboutLetter;
  if (found.is === 'unstated') {
    const value = givenValue(found.letter, found.fact, language);
    const sentence = unstated[found.fact](nameOf(found.letter, language), salutationOf(found.letter));
    return value === null ? sentence : `${sentence} ${given(value)}`;
  }
  if (found.is === 'no_such_paper') return noSuchPaper(found.paper, found.references.length > 0, coverage);
  if (found.is === 'no_party') return noParty(found.name);
  if (found.is === 'no_office') return noOffice(found.name);
  if (found.is === 'unexplained') return unexplained(found.abbreviation);
  if (found.is === 'signed_alone') return signedAlone(found.name, found.letters.length, coverage);
  if (found.is === 'unknown') return unknown(coverage, found.near && nameOf(found.near, language));
  if (found.is === 'listed' && found.letters.length === 0)
    return `${texts(language).letters.none} ${texts(language).covers(coverage)}`;
  const names = found.letters.slice(0, NAMED).map((letter) => nameOf(letter, language));
  const more = found.letters.length - names.length;
  if (found.is === 'several') return several(names.join('; '), more);
  const say = found.bySubject ? listed.bySubject : listed.all;
  return say(names.join('; '), more, found.letters.length === 1);
}

/** What a letter's sidecar says of it; null where it says nothing. */
function givenValue({ metadata }: Letter, fact: Fact, language: TextLanguage): string | null {
  const { letterDate, number, signatories } = metadata;
  if (fact === 'letterDate') return letterDate && formatDate(letterDate, language);
  if (fact === 'number') return number && (paperName(metadata) ?? number);
  if (fact !== 'signatories') return null;
  const names = signatories.map(({ name, office }) => (office === null ? name : `${name} (${office})`));
  return names.length > 0 ? names.join('; ') : null;
}

/** A letter's title with what tells it from others of that title: its date and its number. */
function nameOf({ title, metadata }: Letter, language: TextLanguage): string {
  const { letterDate } = metadata;
  const isInTitle = letterDate !== null && title.includes(formatDate(letterDate, 'nl'));
  const date = letterDate === null || isInTitle ? null : formatDate(letterDate, language);
  const apart = [date, paperName(metadata)].filter(Boolean).join(', ');
  return apart === '' ? `“${title}”` : `“${title}” (${apart})`;
}
