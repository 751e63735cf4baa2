import { readable } from '../../letters/readable.ts';
import { introduces, setsBeside } from '../../retrieval/analysis/abbreviations.ts';
import type { CorpusPassage } from '../../retrieval/types.ts';
import { quoteOf } from '../quote.ts';
import type { Quote } from '../schema.ts';
import { type Asked, type FactAnswer, stated, unstated } from './found.ts';
import { wholeQuestions } from './whole-questions.ts';

const SHORT = `["“«'‘]?(?:de |het |the )?(?<short>[\\p{L}\\p{N}][\\p{L}\\p{N}&/.-]{1,11})["”»'’]?`;
/** "Waar staat EOP voor?": what it stands for, and nothing else, is asked. */
const ASKS = wholeQuestions([
  `(?:waar|waarvoor) staat (?:de afkorting |het begrip |de term )?${SHORT} (?:eigenlijk )?(?:voor)?`,
  `waar is ${SHORT} (?:de|een) afkorting (?:van|voor)`,
  `wat (?:is|betekent|wil zeggen) de afkorting ${SHORT}`,
  `waarvan is ${SHORT} (?:de|een) afkorting`,
  `what does (?:the abbreviation |the acronym )?${SHORT} stand for`,
  `what is ${SHORT} (?:short|an abbreviation|an acronym) (?:for|of)`,
]);
/** What may also be asked what it is: only words that explain it are sure to answer. */
const MEANS = wholeQuestions([`wat betekent (?:de |het )?${SHORT}`, `what does ${SHORT} mean`]);

interface Way {
  readonly says: (text: string, short: string) => boolean;
  /** How likely it is that it says so; as sure as anything stated where none is given. */
  readonly confidence?: number;
  /** Whether the head of a letter counts too. */
  readonly inHead: boolean;
}

/** How letters say what an abbreviation stands for; the surest anywhere comes first. */
const WAYS: readonly Way[] = [
  { says: introduces, inHead: true },
  { says: setsBeside, confidence: 0.7, inHead: false },
];

/** What an abbreviation stands for, where a letter introduces it with those words. */
export function abbreviationAsked(asked: Asked): FactAnswer | null {
  const short = shortIn(asked.question, ASKS);
  const named = short ?? shortIn(asked.question, MEANS);
  if (named === null) return null;
  for (const way of WAYS)
    for (const letter of asked.letters) {
      const quote = letter.passages.flatMap((passage) => introduction({ letter, passage }, named, way))[0];
      if (quote) return stated(asked, [quote], way.confidence);
    }
  return short === null ? null : { ...unstated(asked), is: 'unexplained', abbreviation: short };
}

/** Two capitals or more: "waar staat Nederland voor?" asks what somebody defends. */
function shortIn(question: string, asked: typeof ASKS): string | null {
  const short = asked(question)?.short;
  return short !== undefined && (short.match(/\p{Lu}/gu)?.length ?? 0) > 1 ? short : null;
}

/** The passage with the sentence that introduces an abbreviation. */
function introduction({ letter, passage }: CorpusPassage, short: string, { says, inHead }: Way): Quote[] {
  if (!passage.text.includes(short) || (!inHead && passage.kind === 'metadata')) return [];
  const saying = passage.sentences.filter((span) => says(readable(letter, span, passage.skipped).text, short));
  return saying.length > 0 ? [quoteOf(letter, passage, { highlights: saying.slice(0, 1), score: 1 })] : [];
}
