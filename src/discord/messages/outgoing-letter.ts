import { ButtonStyle } from 'discord.js';
import type { LetterEntry } from '../../answers/schema.ts';
import type { View } from '../context.ts';
import { leaveId, takeOutId } from '../custom-ids/letters.ts';
import { factsOf } from './letter.ts';
import { cutAtWord } from './parts/excerpt.ts';
import { ACCENT, button, type OutgoingMessage, panel, rows, small, text } from './parts/parts.ts';

const TITLE = 200;
const NAME = 120;

/** Asks whether a letter is to go. */
export function takeOutQuestion(letter: LetterEntry, view: View): OutgoingMessage {
  const { remove: say, button: labels } = view.texts.intake;
  return panel(
    [
      text(`### ${say.title}`),
      text(`**${cutAtWord(letter.title, TITLE)}**\n${factsOf({ letter, words: letter.words }, view)}`),
      text(say.passages(letter.passages)),
      small(say.undo(cutAtWord(letter.file, NAME))),
      ...rows([
        button(labels.remove, takeOutId.write({ l: letter.id }), ButtonStyle.Danger),
        button(labels.cancel, leaveId.write({})),
      ]),
    ],
    ACCENT.problem,
  );
}
