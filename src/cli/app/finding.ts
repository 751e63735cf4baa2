/** What one check found. `hint`: it works, and something can be better; `broken`: something does not work. */
export interface Finding {
  readonly about: string;
  readonly state: 'ok' | 'hint' | 'broken';
  /** What was found and, where it is not ok, what to do. */
  readonly says: string;
}
