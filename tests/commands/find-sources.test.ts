import { describe, expect, test } from 'vitest';
import { customIdOf, isEphemeral, textOf } from '../../src/local-discord/index.ts';
import { texts } from '../../src/texts/texts.ts';
import { useStage } from '../support/bot-stage.ts';

const stage = useStage();
const nl = texts('nl');

describe('Find sources', () => {
  test('finds passages that bear on somebody’s message, privately, with the buttons of an answer', async () => {
    const { people, waitFor, world } = stage.discord;
    const message = people.write('Volgens mij is Afghanistan nu een vrijhaven voor terroristische organisaties! <@1>', {
      user: world.chris,
    });
    const found = await waitFor.answer(people.messageCommand('Find sources', message, { user: world.bram }));
    expect(isEphemeral(found)).toBe(true);
    expect(textOf(found).split('\n')[0]).toBe(`-# ${nl.answer.sources}`);
    expect(textOf(found)).toContain(
      '### Volgens mij is Afghanistan nu een vrijhaven voor terroristische organisaties!\n',
    );
    const next = await waitFor.answer(people.press(found, customIdOf(found, nl.button.next), { user: world.bram }));
    expect(textOf(next)).toMatch(/^> /m);
  });

  test('of a long message takes the first sentences', async () => {
    const { people, waitFor, world } = stage.discord;
    const sentence = 'Bondgenoten benadrukten de terrorismedreiging in Afghanistan. ';
    const message = people.write(sentence.repeat(20), { user: world.chris });
    const found = await waitFor.answer(people.messageCommand('Find sources', message, { user: world.bram }));
    expect(textOf(found)).toContain(`### ${sentence.repeat(8).trim()}\n`);
  });

  test('of an answer of the bot takes its question', async () => {
    const { people, waitFor, world } = stage.discord;
    const shared = await waitFor.followUp(
      people.slash('ask', { question: 'Afghanistan terroristische organisaties', share: true }),
    );
    const found = await waitFor.answer(people.messageCommand('Find sources', shared, { user: world.bram }));
    expect(textOf(found)).toContain('### Afghanistan terroristische organisaties\n');
  });

  test('a message without text, or one that is gone, is told in one sentence', async () => {
    const { people, waitFor, world, faults } = stage.discord;
    const picture = people.write('🐋', { user: world.chris });
    const none = await waitFor.answer(people.messageCommand('Find sources', picture, { user: world.bram }));
    expect(textOf(none)).toBe(nl.problem.emptyMessage);
    const message = people.write('Afghanistan?', { user: world.chris });
    faults.leaveOut(`data.resolved.messages.${message.id}`);
    const gone = await waitFor.answer(people.messageCommand('Find sources', message, { user: world.bram }));
    expect(textOf(gone)).toBe(nl.problem.deletedMessage);
    expect(isEphemeral(gone)).toBe(true);
  });
});
