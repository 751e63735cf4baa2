import type { LetterKind } from '../types.ts';
import type { UnitText } from '../unit-texts.ts';
import { type Field, field } from './field.ts';
import type { Opening } from './opening.ts';

const ANSWERS = /^(?:Beantwoording|Antwoord(?:en)?|Vragen van (?:het lid|de leden))\b/;
const POLICY =
  /\b(?:beleids(?:brief|visie|nota|reactie|agenda)|kabinets(?:reactie|visie|standpunt)|hoofdlijnenbrief|hoofdlijnen van (?:het|ons|mijn) beleid)\b/i;
/** What parliament calls a paper that holds what it asked and what was answered. */
const CONSULTATION = /\b(?:VERSLAG VAN EEN (?:NADER )?SCHRIFTELIJK OVERLEG|LIJST VAN VRAGEN EN ANTWOORDEN)\b/i;

/**
 * What a letter is: what it calls itself; answers, where it holds questions or says so; else what its subject tells. An
 * opening that only mentions a report makes one only of a letter about a meeting with a date.
 */
export function findKind(
  texts: readonly UnitText[],
  opening: Opening | undefined,
  isAboutMeeting: boolean,
  subject: Field<string>,
): Field<LetterKind> {
  const question = texts.find(({ unit }) => unit.kind === 'question');
  if (question) return { value: 'answers', spans: [question.hull] };
  const named = texts.find(({ unit, form }) => unit.kind === 'metadata' && CONSULTATION.test(form.text));
  if (named) return { value: 'answers', spans: [named.hull] };
  if (opening?.inferredFrom === null) return field<LetterKind>(opening.text, opening.words, opening.kind);
  if (opening && isAboutMeeting) return { value: opening.kind, inferredFrom: opening.inferredFrom ?? undefined };
  if (subject.value === null) return { value: null };
  const { spans = [] } = subject;
  if (ANSWERS.test(subject.value)) return { value: 'answers', spans };
  return { value: POLICY.test(subject.value) ? 'policy_letter' : 'letter_on_subject', spans };
}
