import { cutPlace } from '../../whole-characters.ts';

/** Of what somebody types to name something so much is read, in UTF-16 units: who pastes a page means its beginning. */
const LONGEST = 200;

export function beginning(typed: string): string {
  return typed.slice(0, cutPlace(typed, LONGEST));
}
