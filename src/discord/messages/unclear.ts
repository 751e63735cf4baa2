import { type MeetingLetters, nameOf } from '../../answers/meetings.ts';
import { type Unclear, unclearText } from '../../answers/naming/unclear.ts';
import type { LetterRef } from '../../answers/schema.ts';
import type { View } from '../context.ts';
import { choice } from './notice.ts';
import { asTyped } from './parts/names.ts';
import type { OutgoingMessage } from './parts/parts.ts';

/** Asks which letter is meant. */
export function whichLetter(found: Unclear<LetterRef>, typed: string, { language }: View): OutgoingMessage {
  return choice(
    unclearText(found, 'letter', asTyped(typed), language),
    found.candidates.map(({ title }) => title),
  );
}

/** Asks which meeting is meant. */
export function whichMeeting(found: Unclear<MeetingLetters>, typed: string, { language }: View): OutgoingMessage {
  return choice(
    unclearText(found, 'meeting', asTyped(typed), language),
    found.candidates.map((meeting) => nameOf(meeting, language)),
  );
}
