import type { Quote } from '../schema.ts';
import { DECISION } from '../selection/cue-phrases.ts';

/** Where a quote stands in the course of a meeting. */
export type Side = 'announced' | 'discussed' | 'decided';

/** What a letter before a meeting announces, what the one after it says was discussed, and what was decided. */
export function sideOf({ letter, text }: Quote): Side {
  if (letter.kind === 'annotated_agenda') return 'announced';
  return DECISION(text) ? 'decided' : 'discussed';
}
