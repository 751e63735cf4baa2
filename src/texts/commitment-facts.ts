import { formatDate, type TextLanguage } from './dates.ts';
import { type DueDays, dueInWords } from './due.ts';
import { overviews } from './overviews.ts';

/** What is known about a promise beside its words. */
interface Promised {
  readonly who: string | null;
  readonly byOther: boolean;
  readonly due: string | null;
  readonly dueDays: DueDays | null;
  readonly recurring: boolean;
  readonly date: string | null;
}

/** When a promise was made, by whom, and by when it is due, for people. */
export function commitmentFacts(promised: Promised, language: TextLanguage): string[] {
  const { who, byOther, due, dueDays, recurring, date } = promised;
  const { commitments: labels } = overviews(language);
  const days = dueDays && dueInWords(dueDays, language);
  return [
    ...(date ? [formatDate(date, language)] : []),
    ...(who ? [byOther ? labels.byOther(who) : labels.who(who)] : []),
    ...(due ? [labels.due(due, days)] : []),
    ...(recurring ? [labels.recurring] : []),
  ];
}
