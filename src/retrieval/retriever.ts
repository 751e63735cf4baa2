import { confidenceOf, reasonOf, SURE, subjectFound } from './confidence.ts';
import { lettersAbout, lettersCalled, says } from './letters-about.ts';
import { absentNames } from './lexical/absent-names.ts';
import { absentAmounts } from './question/amounts.ts';
import { answerTypeOf } from './question/answer-type.ts';
import { type DateRange, datesIn } from './question/dates.ts';
import { withoutFirstNames } from './question/first-names.ts';
import { withPercentages } from './question/percentages.ts';
import { isOf, withoutPeriod } from './question/period.ts';
import { asksSeveral } from './question/scope.ts';
import { type Search, type SearchOptions, search } from './search.ts';
import { selected } from './selection.ts';
import { isSpokenOf, saysMostTelling } from './spoken-of.ts';
import type { Retrieval, RetrievalRequest, RetrievedPassage, Retriever } from './types.ts';

const TOP = 3;
/** Lowest confidence at which a question is answered, unless the configuration says otherwise. */
export const THRESHOLD = 0.5;

/** How likely an answer is at most where no letter says a name that is asked about, or nothing says what must be said. */
const UNSAID = 0.1;

export interface RetrieverOptions extends SearchOptions {
  /** Lowest confidence at which a question is answered. */
  readonly threshold?: number | undefined;
}

/** Finds the passages that answer a question. Touches nothing outside but the encoder. */
export function createRetriever(options: RetrieverOptions): Retriever {
  const { corpus, data } = options;
  return {
    retrieve: (request) => retrieve(options, request),
    lettersAbout: (subject, language, among) =>
      lettersAbout(subject, language, among, { corpus, lexicon: data.lexicon }),
    lettersCalled: (subject, language, among) => lettersCalled(subject, language, among, data.lexicon),
    says: (text, subject, language, only) => says(text, subject, language, data.lexicon, only),
  };
}

async function retrieve(options: RetrieverOptions, request: RetrievalRequest): Promise<Retrieval> {
  const found = await search(options, request);
  if ('reasonCode' in found) return { ...NOTHING, ...found, language: found.language ?? 'en' };
  const shown = shownFrom(found, options, request);
  const { language, understood } = found;
  const period = found.period ?? timeNamed(found);
  const retrieval = { ...NOTHING, ...shown, language, understood, period: found.period };
  const isOfFigures = asksFigures(found);
  // Looked up only where there is a reason to give.
  const isInLetters =
    !shown.answered &&
    (found.narrowed || isOfFigures || isSpokenOf(found.ranking.concepts, options.corpus.letters, options.data.lexicon));
  const reasonCode = shown.answered ? null : reasonOf(found.ranking, shown.confidence, isInLetters);
  const absentWords = reasonCode === 'off_topic' ? [] : absentFrom(found, options);
  if (absentWords.length > 0)
    return {
      ...retrieval,
      answered: false,
      confidence: Math.min(shown.confidence, UNSAID),
      reasonCode: 'names_absent',
      absentWords,
    };
  if (reasonCode === null) {
    const other = period && (await tellsMore(period, found, shown, options, request));
    return other ? { ...retrieval, ...other, answered: false, confidence: UNSAID, period } : retrieval;
  }
  // What else is said of a year, its figures apart, is not what they are about.
  if (isOfFigures) return { ...retrieval, reasonCode, subjectFound: false };
  return period
    ? { ...retrieval, period, ...(await ofAnotherTime(period, found, isInLetters, options, request)) }
    : { ...retrieval, reasonCode };
}

/** The names and amounts that a question gives and no letter does; none where it asks for certain words. */
function absentFrom({ text, ranking, literal, numbers }: Search, { corpus, data }: RetrieverOptions): string[] {
  if (literal) return [];
  const names = withoutFirstNames(absentNames(text, ranking.concepts, data.lexicon), text, corpus);
  return [...names, ...absentAmounts(withPercentages(text), numbers)];
}

/** The time of the letters that a question names: "de brief van november 2021". */
function timeNamed({ text, understood: { from, to } }: Search): DateRange | null {
  return datesIn(text).find((date) => date.from === from && date.to === to) ?? null;
}

/** Whether the figures of a year are asked for: that is no year of letters, and another year's figures are no answer. */
function asksFigures({ text, period }: Search): boolean {
  const type = answerTypeOf(text);
  return period?.precision === 'year' && (type === 'share' || type === 'money' || type === 'count');
}

/**
 * What letters of another time tell of what is asked about, where those of then most likely don't: what is found there is
 * not sure, and nothing that would be shown says the most telling of what is asked.
 */
async function tellsMore(
  period: DateRange,
  found: Search,
  { confidence, passages }: Pick<Retrieval, 'confidence' | 'passages'>,
  options: RetrieverOptions,
  request: RetrievalRequest,
) {
  const says = ({ passage }: RetrievedPassage) =>
    saysMostTelling(found.ranking.concepts, passage, options.data.lexicon);
  if (confidence >= SURE || passages.some(says)) return null;
  const other = await ofAnotherTime(period, found, true, options, request);
  return other.elsewhereSure && other.elsewhere.some(says) ? other : null;
}

/** Where the letters of a time say nothing: what others say, and whether there are letters of then at all. */
async function ofAnotherTime(
  period: DateRange,
  { named }: Search,
  isInLetters: boolean,
  options: RetrieverOptions,
  { previous: _, ...request }: RetrievalRequest,
) {
  const question = withoutPeriod(named.subject);
  const found = await search(options, { ...request, question, readFilters: false });
  if ('reasonCode' in found) return { reasonCode: found.reasonCode, ...NOWHERE };
  const { answered, confidence, passages } = shownFrom(found, options, { ...request, question, top: 1 });
  const letter = options.corpus.passages[passages[0]?.passage ?? -1]?.letter;
  const isElsewhere = letter !== undefined && !isOf(period, letter);
  if (answered && isElsewhere)
    return { reasonCode: 'not_then', elsewhere: passages, elsewhereSure: confidence >= SURE } as const;
  // Of a letter that is named it is the detail that is missing, whatever the others are about.
  const reasonCode = answered ? 'not_in_letters' : reasonOf(found.ranking, confidence, isInLetters);
  const isDated = options.corpus.letters.some((letter) => isOf(period, letter));
  return { reasonCode: reasonCode === 'off_topic' || isDated ? reasonCode : 'not_then', ...NOWHERE } as const;
}

const NOWHERE = { elsewhere: [], elsewhereSure: false } as const;

const NOTHING = {
  answered: false,
  confidence: 0,
  reasonCode: null,
  subjectFound: false,
  understood: {},
  passages: [],
  period: null,
  ...NOWHERE,
  absentWords: [],
} as const satisfies Omit<Retrieval, 'language'>;

/** What is shown of a search, and whether it answers. */
function shownFrom(
  { text, named, ranking, quoted, literal }: Search,
  options: RetrieverOptions,
  request: RetrievalRequest,
) {
  const { corpus } = options;
  const { passages } = ranking;
  const found = literal && passages.length > 0 ? 1 : confidenceOf(ranking);
  const confidence = ranking.lacking ? Math.min(found, UNSAID) : found;
  return {
    confidence,
    answered: confidence >= (options.threshold ?? THRESHOLD) && passages.length > 0,
    subjectFound: subjectFound(ranking),
    passages: selected(passages, {
      corpus,
      terms: options.data.lexicon.sentences,
      several: named.several || asksSeveral(text),
      quoted,
      top: Math.max(0, Math.floor(request.top ?? TOP)),
    }),
  };
}
