import { expect, test } from 'vitest';
import { useStage } from '../support/bot-stage.ts';

const stage = useStage();

test('whoever types faster than the bot can follow gets the newest only, and holds nobody up', async () => {
  const { people, waitFor, happenings, world } = stage.discord;
  const { suggestLetters } = stage.library;
  const searched: string[] = [];
  Object.assign(stage.library, {
    suggestLetters(text: string, limit: number) {
      searched.push(text);
      return suggestLetters(text, limit);
    },
  });
  const typed = Array.from({ length: 40 }, (_, i) => people.type('ask', 'letter', `okt ${i}`, { question: 'x' }));
  const other = people.type('ask', 'letter', 'nov', { question: 'x' }, { user: world.bram });
  await waitFor.choices(typed.at(-1)!);
  await waitFor.choices(other);
  expect(searched).toContain('okt 39');
  expect(searched).toContain('nov');
  expect(searched.length).toBeLessThan(30);

  const limited = stage.bot.stats.of('limited');
  const mark = happenings.mark();
  for (let i = 0; i < 400; i++) people.type('ask', 'letter', `nov ${i}`, { question: 'x' });
  await expect.poll(() => stage.bot.stats.of('limited')).toBeGreaterThan(limited);
  await waitFor.choices(people.type('ask', 'letter', 'dec', { question: 'x' }, { user: world.bram }));
  expect(happenings.since(mark).filter(({ kind }) => kind === 'choices').length).toBeLessThan(100);
  Object.assign(stage.library, { suggestLetters });
});
