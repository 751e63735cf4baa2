import type { Answer } from '../answers/schema.ts';
import { given } from '../given.ts';
import type { QuestionFilters } from '../retrieval/types.ts';
import type { Texts } from '../texts/nl.ts';
import { texts as textsIn } from '../texts/texts.ts';
import type { Context } from './context.ts';
import type { Facts } from './interactions/outcome.ts';
import { OWN_LIMITS } from './limits.ts';
import { answerMessage } from './messages/answer.ts';
import type { OutgoingMessage } from './messages/parts/parts.ts';
import type { AskedQuestion } from './messages/parts/question.ts';
import { filtersOf, usualMeeting } from './usual-meeting.ts';

export interface Asking {
  readonly asked: AskedQuestion;
  readonly filters?: QuestionFilters;
  readonly unfiltered?: boolean;
  readonly skip?: number;
  readonly isPublic?: boolean;
  /** How many quotes at most, where the asker says so. */
  readonly quotes?: number | undefined;
  /** Above the question. Markdown. */
  readonly note?: string;
  readonly pings?: readonly string[];
  /** The person or channel it is for: told once, in English, that quotes are in Dutch. */
  readonly reader?: string;
  /** Answer in the question's own language instead of the context's: where the reader's is not known. */
  readonly inItsLanguage?: boolean;
}

export interface Answering {
  readonly answer: Answer;
  readonly message: OutgoingMessage;
  readonly facts: Facts;
}

/** Asks the library and shows the answer. */
export async function answerQuestion(asking: Asking, context: Context): Promise<Answering> {
  const { library, stats, clock } = context;
  const { asked, unfiltered = false, skip = 0, isPublic = false, inItsLanguage } = asking;
  const filters = filtersIn(asking);
  const quotes = asking.quotes ?? context.chosen.quotes ?? (isPublic ? 1 : OWN_LIMITS.quotesInAnswer);
  const begun = clock.elapsed();
  const answer = await askLibrary(asking, context);
  stats.answeredIn(clock.elapsed() - begun);
  const language = inItsLanguage ? answer.language : context.language;
  const texts = textsIn(language);
  const inDutch =
    language === 'en' && answer.answered && asking.reader !== undefined && context.told.first(asking.reader);
  const frame = given({ note: asking.note, pings: asking.pings });
  const view = { asked, library, texts, language, filters, unfiltered, skip, quotes, isPublic, inDutch, ...frame };
  return { answer, message: answerMessage(answer, view), facts: factsOf(answer) };
}

/** The answer alone, as it is shown. */
export function askLibrary(asking: Asking, context: Context): Promise<Answer> {
  const { asked, unfiltered = false, skip = 0, inItsLanguage } = asking;
  const filters = filtersIn(asking);
  const meeting = usualMeeting(context);
  // Who chooses something searches by that alone.
  const usual = meeting && Object.keys(filters).length === 0 ? filtersOf(meeting) : undefined;
  const language = inItsLanguage ? undefined : context.language;
  const options = { skip, filters, usual, readFilters: !unfiltered, previous: asked.previous, language };
  return context.library.ask(asked.question, options);
}

/** One that is undefined must not hide what the question names. */
function filtersIn({ filters = {} }: Asking): QuestionFilters {
  return given(filters);
}

function factsOf({ question, answered, confidence, quotes, letters }: Answer): Facts {
  return {
    question,
    answered: answered || letters.length > 0,
    confidence,
    quotes: quotes.map(({ id }) => id),
  };
}

/** What is wrong with a question, in one sentence; null when it can be asked. */
export function questionProblem(question: string, { problem }: Texts): string | null {
  if (!/[\p{L}\p{N}]/u.test(question)) return problem.emptyQuestion;
  if (question.length > OWN_LIMITS.question) return problem.longQuestion(question.length, OWN_LIMITS.question);
  return null;
}
