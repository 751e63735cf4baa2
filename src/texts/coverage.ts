/** What the letters at hand cover, as texts need it. */
export interface TextCoverage {
  readonly letters: number;
  /** ISO dates. */
  readonly oldest: string | null;
  readonly newest: string | null;
}
