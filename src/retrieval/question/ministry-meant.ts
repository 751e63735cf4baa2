import type { Letter } from '../../letters/types.ts';
import { fold } from '../analysis/fold.ts';
import { ministryNames } from '../lexical/ministries.ts';
import type { Corpus } from '../types.ts';
import { languageOf } from './language.ts';

/** The ministry whose letters a question means. */
export interface MinistryMeant {
  /** Those that its minister or state secretary signed. */
  readonly letters: ReadonlySet<Letter>;
  /** The words of the question that name it, and what says it as letters do. */
  readonly words: string;
  readonly by: string;
}

/** "Het ministerie van VWS", "de minister van J&V", "SZW". */
const SHORT =
  /(?:(?:(?:[Dd]e|[Hh]et|[Tt]he)\s+)?(?:[Mm]inister(?:ie)?|[Ss]taatssecretaris|[Dd]epartement|[Mm]inistry|[Dd]epartment)\s+(?:van|voor|of|for)\s+)?(?<![\p{L}-])(?<short>\p{Lu}[\p{L}&-]{0,8}\p{Lu})(?![\p{L}-])/gu;
/** Who is minister is told by a signature with the office in it. */
const ASKS_WHO = /^\W{0,9}(?:wie|who)(?!\p{L})/iu;

/**
 * The ministry that a question calls by an abbreviation which stands in no letter: letters are signed with its name, and call
 * themselves what the minister does.
 */
export function ministryMeant(question: string, { letters, passages }: Corpus): MinistryMeant | null {
  if (ASKS_WHO.test(question)) return null;
  for (const { 0: words, groups } of question.matchAll(SHORT)) {
    const short = groups?.short ?? '';
    const names = ministryNames(short);
    if (names.length === 0 || passages.some(({ passage }) => passage.text.includes(short))) continue;
    const own = letters.filter(({ metadata }) =>
      metadata.signatories.some(({ office }) => names.some((name) => fold(office ?? '').includes(fold(name)))),
    );
    const by = languageOf(question) === 'en' ? 'the minister' : 'de minister';
    if (own.length > 0) return { letters: new Set(own), words, by };
  }
  return null;
}
