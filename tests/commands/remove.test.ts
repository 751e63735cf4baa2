import { expect, test } from 'vitest';
import { ChangeProblem } from '../../src/discord/intake/port.ts';
import { customIdOf, type Message, textOf } from '../../src/local-discord/index.ts';
import { texts } from '../../src/texts/texts.ts';
import { useStage } from '../support/bot-stage.ts';
import { scriptedLibrary } from '../support/scripted-library.ts';

const stage = useStage();
const { intake: en } = texts('en');

const asked = (letter: string) => stage.discord.waitFor.answer(stage.discord.people.slash('remove', { letter }));

async function afterPress(message: Message, label: string, says: RegExp | string): Promise<string> {
  const { board, people } = stage.discord;
  people.press(message, customIdOf(message, label));
  const now = () => textOf(board.get(message.id)?.message ?? message);
  await expect.poll(now).toMatch(says);
  return now();
}

test('/remove asks first; then the letter goes, and the next question does not find it', async () => {
  const extra = { 'zeppelin.txt': 'Den Haag, 3 mei 2024\n\nEen brief over zeppelins op de kade.\n' };
  const before = stage.library;
  stage.source.next = await scriptedLibrary(extra, 'with');
  const { library } = { library: await stage.source.reload() };
  const { id = '' } = library.letters.find(({ file }) => file === 'zeppelin.txt') ?? {};
  const question = await asked(id);
  expect(textOf(question)).toContain(en.remove.title);
  expect(textOf(question)).toContain('3 May 2024');
  expect(textOf(question)).toContain('zeppelin.txt');
  expect(stage.intake.done).toEqual([]);
  expect(await afterPress(question, en.button.cancel, en.unchanged)).toBe(en.unchanged);
  expect(stage.intake.done).toEqual([]);
  stage.intake.next = before;
  expect(await afterPress(await asked(id), en.button.remove, /is removed/)).toMatch(/no longer found\.$/);
  expect(stage.intake.done).toEqual(['remove zeppelin.txt']);
  expect(stage.source.current().letters.some((letter) => letter.id === id)).toBe(false);
  expect(textOf(await asked('zeppelin'))).not.toContain(en.remove.title);
});

test('a letter that can not be removed stays, with the reason', async () => {
  const [letter] = stage.library.letters;
  const question = await asked(letter?.id ?? '');
  stage.intake.failure = new ChangeProblem('seeds/brief.txt is the only letter.', 'last');
  const told = await afterPress(question, en.button.remove, en.remove.failed);
  expect(told).toContain(en.why.last);
  expect(told).not.toContain('seeds/');
});

test('letters are suggested while typing', async () => {
  const { people, waitFor } = stage.discord;
  const choices = await waitFor.choices(people.type('remove', 'letter', 'NAVO'));
  expect(choices.length).toBeGreaterThan(1);
});
