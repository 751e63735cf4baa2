import type { Field } from './thesaurus.ts';

/** How much lexical search trusts each kind of evidence. Fitted on the written training questions (bench/eval/RESULTS.md). */
export interface LexicalWeights {
  /** What an equivalent is worth, by the column in which the question's word was found and the equivalent's own. */
  readonly relation: Readonly<Record<Field, Readonly<Record<Field, number>>>>;
  /** An equivalent is divided by (entries that hold the word in that column) to this power. */
  readonly ambiguity: number;
  /** An equivalent is divided by (its siblings in its column) to this power. */
  readonly crowd: number;
  /** The parts of a compound in the question, beside the compound itself. */
  readonly parts: number;
  /** What a phrase of several words is worth where all of it stands in a passage. */
  readonly phrase: number;
  /** An English question's word as it is, where it is an ordinary English word (names count in full). */
  readonly foreign: number;
  /** A corrected spelling, for each slip. */
  readonly slip: number;
  /** How far a concept's weight is that of the question's word (1) rather than that of the term found (0). */
  readonly own: number;
}

const column = (headword: number, formal: number, everyday: number, english: number, related: number) => ({
  headword,
  formal,
  everyday,
  english,
  related,
});

export const LEXICAL_WEIGHTS: LexicalWeights = {
  relation: {
    headword: column(0.38, 0.77, 0.41, 0.42, 0.23),
    formal: column(0.6, 0.48, 0.41, 0.23, 0.16),
    everyday: column(0.96, 0.48, 0.36, 0.62, 0.25),
    english: column(0.96, 0.48, 0.17, 0.19, 0.16),
    related: column(0.2, 0.17, 0.16, 0.1, 0.06),
  },
  ambiguity: 0.12,
  crowd: 0.1,
  parts: 0.6,
  phrase: 1.39,
  foreign: 0.65,
  slip: 0.69,
  own: 0.48,
};
