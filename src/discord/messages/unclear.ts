import { type MeetingLetters, nameOf } from '../../answers/meetings.ts';
import { type Unclear, unclearText } from '../../answers/naming/unclear.ts';
import type { LetterRef } from '../../answers/schema.ts';
import type { View } from '../context.ts';
import { choice } from './notice.ts';
import { asTyped, meetingLabel } from './parts/names.ts';
import type { OutgoingMessage } from './parts/parts.ts';

/** Asks which letter is meant; `idOf`: the button that goes on with one. */
export function whichLetter(
  found: Unclear<LetterRef>,
  typed: string,
  { language }: View,
  idOf?: (letter: LetterRef) => string,
): OutgoingMessage {
  return choice(
    unclearText(found, 'letter', asTyped(typed), language),
    found.candidates.map((letter) => ({ name: letter.title, id: idOf?.(letter) })),
  );
}

/** Asks which meeting is meant; `idOf`: the button that goes on with one. */
export function whichMeeting(
  found: Unclear<MeetingLetters>,
  typed: string,
  { language }: View,
  idOf?: (meeting: MeetingLetters) => string,
): OutgoingMessage {
  return choice(
    unclearText(found, 'meeting', asTyped(typed), language),
    found.candidates.map((meeting) => ({
      name: idOf ? meetingLabel(meeting, language) : nameOf(meeting, language),
      id: idOf?.(meeting),
    })),
  );
}
