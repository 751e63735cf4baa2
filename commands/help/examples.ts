import type { LetterEntry } from '../../src/answers/schema.ts';
import type { Library } from '../../src/answers/types.ts';
import { formatMonth, type TextLanguage } from '../../src/texts/dates.ts';
import type { Texts } from '../../src/texts/nl.ts';

const EXAMPLES = 3;
/** A heading that works as a subject: a few words, no sentence and no number before it. */
const SUBJECT = /^\p{Lu}[^.:;?!\d]{3,40}$/u;

/** Three questions that the letters at hand answer: subjects from headings of the newest letters, and a meeting. */
export function exampleQuestions({ letters }: Library, texts: Texts, language: TextLanguage): string[] {
  const { example } = texts.help;
  const newest = [...letters].sort((a, b) => (b.letterDate ?? '').localeCompare(a.letterDate ?? ''));
  const subjects = new Set(newest.flatMap((letter) => subjectOf(letter) ?? []));
  const questions = [...subjects].slice(0, EXAMPLES - 1).map((subject) => example.section(subject));
  const meeting = newest.find((letter) => letter.kind === 'report' && letter.meeting?.dates[0])?.meeting;
  if (meeting?.dates[0]) questions.push(example.meeting(meeting.name, formatMonth(meeting.dates[0], language)));
  const more = [...subjects].slice(EXAMPLES - 1).map((subject) => example.section(subject));
  return [...questions, ...more, example.plain].slice(0, EXAMPLES);
}

/** The longest heading that works as a subject: the more words, the clearer it is what it is about. */
function subjectOf({ sections }: LetterEntry): string | undefined {
  return sections.filter((title) => SUBJECT.test(title)).sort((a, b) => b.length - a.length)[0];
}
