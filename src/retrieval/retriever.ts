import { confidenceOf, reasonOf, subjectFound } from './confidence.ts';
import { lettersAbout } from './letters-about.ts';
import type { DateRange } from './question/dates.ts';
import { saysContrary } from './question/negated.ts';
import { isOf } from './question/period.ts';
import { asksSeveral } from './question/scope.ts';
import { type Search, type SearchOptions, search } from './search.ts';
import { selected } from './selection.ts';
import type { Retrieval, RetrievalRequest, Retriever } from './types.ts';

const TOP = 3;
/** Lowest confidence at which a question is answered, unless the configuration says otherwise. */
export const THRESHOLD = 0.5;

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
  };
}

async function retrieve(options: RetrieverOptions, request: RetrievalRequest): Promise<Retrieval> {
  const found = await search(options, request);
  if ('reasonCode' in found) return { ...NOTHING, ...found, language: found.language ?? 'en' };
  const shown = shownFrom(found, options, request);
  const retrieval = {
    ...NOTHING,
    ...shown,
    language: found.language,
    understood: found.understood,
    period: found.period,
  };
  if (shown.answered) return retrieval;
  const reasonCode = reasonOf(found.ranking, shown.confidence, found.narrowed);
  return found.period
    ? { ...retrieval, ...(await ofAnotherTime(found.period, options, request)) }
    : { ...retrieval, reasonCode };
}

/** Where the letters of a time say nothing: what others say, and whether there are letters of then at all. */
async function ofAnotherTime(period: DateRange, options: RetrieverOptions, request: RetrievalRequest) {
  const found = await search(options, { ...request, readFilters: false });
  if ('reasonCode' in found) return { reasonCode: found.reasonCode };
  const { answered, confidence, passages } = shownFrom(found, options, { ...request, top: 1 });
  const letter = options.corpus.passages[passages[0]?.passage ?? -1]?.letter;
  const isElsewhere = letter !== undefined && !isOf(period, letter);
  if (answered && isElsewhere) return { reasonCode: 'not_then', elsewhere: passages } as const;
  const reasonCode = answered ? 'not_in_letters' : reasonOf(found.ranking, confidence, false);
  const isDated = options.corpus.letters.some((letter) => isOf(period, letter));
  return { reasonCode: reasonCode === 'off_topic' || isDated ? reasonCode : 'not_then' } as const;
}

const NOTHING = {
  answered: false,
  confidence: 0,
  reasonCode: null,
  subjectFound: false,
  understood: {},
  passages: [],
  period: null,
  elsewhere: [],
  absentWords: [],
} as const satisfies Omit<Retrieval, 'language'>;

/** What is shown of a search, and whether it answers. */
function shownFrom(
  { text, named, ranking, quoted, literal }: Search,
  options: RetrieverOptions,
  request: RetrievalRequest,
) {
  const { corpus } = options;
  const passages = ranking.passages.filter(
    ({ passage }) => !saysContrary(text, corpus.passages[passage]?.passage.text ?? ''),
  );
  const confidence = literal && passages.length > 0 ? 1 : confidenceOf({ ...ranking, passages });
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
