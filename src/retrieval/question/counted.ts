import { phrases } from '../analysis/phrases.ts';
import { stem } from '../analysis/stem.ts';
import { type Token, tokens } from '../analysis/tokens.ts';
import type { Concept } from '../lexical/concepts.ts';
import type { Lexicon } from '../lexical/lexicon.ts';
import { sure } from '../lexical/stands.ts';
import { COUNT, NO_COUNT } from './answering-terms.ts';

const ASKS = /(?:^|\s)(?<how>hoeveel|how many)\s+(?<words>[\p{L}\p{N}][\p{L}\p{N}’' -]{1,80})/iu;
/** Words that tell more of what is counted. */
const TELLS_MORE = /^(?:extra|meer|more|van|of|de|het|the|additional|other|.*\p{Ll}e)$/iu;
/** So many words may stand between a number and what it counts. */
const BETWEEN = 3;
const MOST_WORDS = 4;

/** The concept that a question asks the number of, "soldaten" in "hoeveel soldaten"; null where it asks no number. */
export function countedIn(question: string, concepts: readonly Concept[]): Concept | null {
  const { how = '', words = '' } = ASKS.exec(question)?.groups ?? {};
  const forms = tokens(words)
    .slice(0, MOST_WORDS)
    .map(({ form }) => form);
  // An English adjective looks like a noun: what is counted has a plural.
  const noun =
    how.toLowerCase() === 'hoeveel'
      ? forms.find((form) => !TELLS_MORE.test(form))
      : forms.find((form) => /s$|^(?:people|men|women|children|staff|personnel)$/.test(form));
  return concepts.find(({ label }) => noun !== undefined && label.split(' ').includes(noun)) ?? null;
}

/** "Geen militairen" is a number of soldiers too. */
const NONE = /^(?:geen|nul)$/u;
/** Where a sentence says that nobody knows how many. */
const UNKNOWN = phrases(`
  niet/onvoldoende bekend
  onbekend
  niet ..3 geregistreerd/bijgehouden/gemonitord
  geen ..2 cijfers/gegevens/registratie/overzicht
  niet te zeggen/geven
  kan/kunnen/kon ..6 niet ..3 zeggen/aangeven/geven
  kan/kunnen/kon ..6 geen ..2 uitspraken/uitspraak/aantal/aantallen
`);
const OF_NUMBERS = phrases('aantal/aantallen/hoeveel/cijfers/gegevens/registratie/geregistreerd/overzicht');

/**
 * Whether a sentence gives a number of something: "3500 extra aangeboden troepen" of soldiers. That there are none of it,
 * or that nobody knows how many, is one too.
 */
export function counts(sentence: string, counted: Concept, { postings, split }: Lexicon): boolean {
  const ids = new Set(sure(counted).flatMap(({ terms }) => (terms.length === 1 ? terms : [])));
  const isCounted = (form: string): boolean =>
    [form, ...split(form).slice(-1)].some((word) => ids.has(postings.id(stem.nl(word)) ?? -1));
  const words = tokens(sentence.replace(NO_COUNT, ' '));
  const names = (some: readonly Token[]) => some.some(({ form, parts }) => isCounted(form) || parts.some(isCounted));
  if (UNKNOWN(sentence) && OF_NUMBERS(sentence) && names(words)) return true;
  return words.some(
    ({ form }, i) => (/^\d/.test(form) || COUNT(form) || NONE.test(form)) && names(words.slice(i + 1, i + 2 + BETWEEN)),
  );
}
