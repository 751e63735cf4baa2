import type { PartKind } from '../types.ts';

/** So many lines at the beginning can be letterhead. */
export const MAX_LETTERHEAD = 60;

export type LetterheadKind = Extract<PartKind, 'address' | 'metadata' | 'salutation'>;

export interface LetterheadLine {
  readonly kind: LetterheadKind;
  /** It is the rest of the line above it. */
  readonly continues: boolean;
}
