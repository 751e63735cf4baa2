import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/local-discord/index.ts';
import { texts } from '../../src/texts/texts.ts';
import { useStage } from '../support/bot-stage.ts';

const stage = useStage();
const nl = texts('nl');
const en = texts('en');

describe('/help', () => {
  test('shows three questions made from the letters, what it cannot do, and privacy in two lines', async () => {
    const { people, waitFor, world } = stage.discord;
    for (const [user, t] of [
      [world.bram, nl],
      [world.ada, en],
    ] as const) {
      const shown = textOf(await waitFor.answer(people.slash('help', {}, { user })));
      const examples = shown.match(/^- .*\?$/gm) ?? [];
      expect(examples).toHaveLength(3);
      expect(examples.join()).toMatch(/Afschrikking en verdediging/);
      expect(shown).toContain(t.help.cannot);
      expect(shown.split('\n').slice(-2)).toEqual(
        t.help
          .privacy(false, false)
          .split('\n')
          .map((line) => `-# ${line}`),
      );
    }
  });

  test('its examples are answered', async () => {
    const { people, waitFor, world } = stage.discord;
    const shown = textOf(await waitFor.answer(people.slash('help', {}, { user: world.bram })));
    for (const example of shown.match(/^- .*\?$/gm) ?? []) {
      const answer = await waitFor.answer(people.slash('ask', { question: example.slice(2) }, { user: world.bram }));
      expect(textOf(answer)).toMatch(/^> /m);
    }
  });
});
