import { expect, test } from 'vitest';
import { buttonsOf } from '../../src/local-discord/index.ts';
import { closeStage, openStage } from '../support/bot-stage.ts';
import { fuzzCustomIds, fuzzFileNames, fuzzLetters } from '../support/fuzz/fuzz.ts';
import { mutateJson } from '../support/fuzz/mutate.ts';
import { randomNumbers } from '../support/random-numbers.ts';

const QUESTION = 'Wat schrijft de minister over Afghanistan en terroristische organisaties?';
const PAYLOADS = 20_000;

test('10,000 spoilt letters are read', () => fuzzLetters(10_000));
test('10,000 spoilt names lie in their folder', () => fuzzFileNames(10_000));
test('10,000 spoilt custom ids are none', () => fuzzCustomIds(10_000));

test(`${PAYLOADS} spoilt interactions: the bot goes on answering and pings nobody`, async () => {
  const stage = await openStage({ env: { LOG_LEVEL: 'silent' } });
  const { people, waitFor, faults, happenings, world } = stage.discord;
  const random = randomNumbers(4);
  const ours: unknown[] = [];
  // What discord.js itself can't read it throws; what the bot makes of the rest must not throw.
  const stray = (error: unknown) => {
    const thrownAt = (error instanceof Error && error.stack?.split('\n    at ')[1]) || '';
    if (/\/(src|commands)\//.test(thrownAt) && !thrownAt.includes('/node_modules/')) ours.push(error);
  };
  const pinged: unknown[] = [];
  happenings.subscribe((it) => {
    if (it.kind !== 'messageCreated' && it.kind !== 'messageUpdated') return;
    const { message } = it;
    if (message.author.id === world.bot.id && (message.mention_everyone || message.mention_roles.length > 0))
      pinged.push(it);
  });
  const others = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', stray);
  try {
    const answer = await waitFor.answer(people.slash('ask', { question: QUESTION }));
    const id = buttonsOf(answer).find(({ custom_id: custom }) => custom)?.custom_id ?? 'v=1&a=next&s=3';
    const acts = [
      () => people.slash('ask', { question: QUESTION, share: random(2) === 0 }),
      () => people.press(answer, id, { unchecked: true }),
      () => people.type('quote', 'passage', 'Afghanistan', { letter: 'x' }, { unchecked: true }),
      () => people.messageCommand('Find sources', answer),
    ];
    for (let i = 0; i < PAYLOADS; i++) {
      faults.distort((payload) => mutateJson(payload, random) as Record<string, unknown>);
      acts[i % acts.length]!();
      if (i % 100 === 99) await waitFor.answer(people.slash('ask', { question: QUESTION }));
    }
    expect(ours).toEqual([]);
    expect(pinged).toEqual([]);
  } finally {
    process.removeAllListeners('unhandledRejection');
    for (const listener of others) process.on('unhandledRejection', listener);
    await closeStage(stage);
  }
});
