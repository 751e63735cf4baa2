import type { LetterKind } from '../../letters/types.ts';
import { timesIn } from '../../retrieval/question/times.ts';

/** What letters are called where several are meant, with one word for one of them. */
export const KINDS: readonly {
  readonly plural: string;
  readonly ones: string;
  readonly one: string;
  readonly kind: LetterKind | null;
}[] = [
  {
    plural: '(?:kamer)?brieven|letters|kamerstukken|papers|documenten|documents',
    ones: '(?:kamer)?brief|letter|kamerstuk|paper|document',
    one: 'brief',
    kind: null,
  },
  { plural: 'verslagen|reports', ones: 'verslag|report', one: 'verslag', kind: 'report' },
  {
    plural: "(?:geannoteerde |annotated )?agenda['’]?s",
    ones: '(?:geannoteerde |annotated )?agenda',
    one: 'agenda',
    kind: 'annotated_agenda',
  },
  {
    plural: 'kamervragen|beantwoordingen|antwoorden op kamervragen',
    ones: 'beantwoording',
    one: 'beantwoording',
    kind: 'answers',
  },
];
export const ONE = `(?<plural>${KINDS.map(({ ones }) => ones).join('|')})`;
export const PLURAL = `(?<plural>${KINDS.map(({ plural }) => plural).join('|')})`;

/** How a question for letters begins. */
export const BEGINS = '^\\W*(?:(?:en|and|maar|but) )?';

const TELLS = /^(?:over|van|uit|in|door|about|on|from|of|by|dated)\s+\S/iu;

/** Whether words behind those for letters tell some of them from others: by a subject, a writer or a time. */
export function tellsWhich(words: string): boolean {
  return TELLS.test(words) || timesIn(words)[0]?.start === 0;
}

/** A text without the signs around it. */
export function withoutSigns(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '');
}
