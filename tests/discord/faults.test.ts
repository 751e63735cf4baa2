import { afterEach, describe, expect, test } from 'vitest';
import { PATIENCE_MS } from '../../src/local-discord/happenings.ts';
import { isEphemeral, textOf } from '../../src/local-discord/index.ts';
import { texts } from '../../src/texts/texts.ts';
import { useStage } from '../support/bot-stage.ts';

const stage = useStage();
const en = texts('en');
const QUESTION = 'Wat schrijft de minister over Afghanistan en terroristische organisaties?';
const CALLBACK = 'POST /callback';
const EDIT = 'PATCH /messages/@original';

afterEach(() => {
  stage.discord.settings.answerWithinMs = PATIENCE_MS;
  stage.discord.settings.tokenLifeMs = 900_000;
});

async function answeredDespite(): Promise<string> {
  const { people, waitFor } = stage.discord;
  return textOf(await waitFor.answer(people.slash('ask', { question: QUESTION })));
}

/** Waits until the bot has logged a line that holds this. */
async function logged(words: string): Promise<void> {
  await expect.poll(() => stage.logged.some((line) => line.includes(words))).toBe(true);
}

describe('the answer arrives although', () => {
  test('Discord asks to wait (429 with Retry-After)', async () => {
    stage.discord.faults.rateLimit(CALLBACK, 0.2);
    stage.discord.faults.rateLimit(EDIT, 0.2);
    expect(await answeredDespite()).toMatch(/^> /m);
  });

  test('Discord fails several times (5xx on the acknowledgement and on the answer)', async () => {
    stage.discord.faults.fail(CALLBACK, 502, 4);
    stage.discord.faults.fail(EDIT, 503, 3);
    const retries = stage.bot.stats.of('retries');
    expect(await answeredDespite()).toMatch(/^> /m);
    expect(stage.bot.stats.of('retries')).toBe(retries + 7);
  });

  test('the socket is reset, which discord.js does not retry', async () => {
    stage.discord.faults.reset(CALLBACK);
    stage.discord.faults.reset(EDIT);
    expect(await answeredDespite()).toMatch(/^> /m);
  });

  test('a follow-up to everybody fails at first', async () => {
    const { people, waitFor, faults } = stage.discord;
    const interaction = people.slash('ask', { question: QUESTION, share: true });
    faults.add({ on: (it) => it.method === 'POST' && it.path.includes('/webhooks/'), times: 3, status: 503, body: {} });
    expect(textOf(await waitFor.followUp(interaction))).toMatch(/^> /m);
  });

  test('a reply to a mention fails at first, and is sent once only', async () => {
    const { people, waitFor, faults, world, board } = stage.discord;
    faults.fail('POST /messages', 503, 3);
    const asked = people.write(`<@${world.bot.id}> ${QUESTION}`);
    expect(textOf(await waitFor.reply(asked))).toMatch(/^> /m);
    const replies = board.seenBy(null, world.general.id).filter((it) => it.message_reference?.message_id === asked.id);
    expect(replies).toHaveLength(1);
  });
});

describe('quietly', () => {
  test('an interaction that is too old by now (10062) is counted, not an error', async () => {
    const { people, settings } = stage.discord;
    const late = stage.bot.stats.of('late');
    const errors = stage.bot.stats.of('errors');
    settings.answerWithinMs = -1;
    people.slash('ask', { question: QUESTION });
    people.slash('help', {});
    people.type('ask', 'letter', 'okt', { question: 'x' });
    await expect.poll(() => stage.bot.stats.of('late')).toBe(late + 3);
    expect(stage.bot.stats.of('errors')).toBe(errors);
    settings.answerWithinMs = PATIENCE_MS;
    expect(await answeredDespite()).toMatch(/^> /m);
  });

  test('an expired token (50027) too', async () => {
    const { people, settings, waitFor } = stage.discord;
    const late = stage.bot.stats.of('late');
    settings.tokenLifeMs = -1;
    await waitFor.acknowledgement(people.slash('ask', { question: QUESTION }));
    await expect.poll(() => stage.bot.stats.of('late')).toBe(late + 1);
    settings.tokenLifeMs = 900_000;
    expect(await answeredDespite()).toMatch(/^> /m);
  });

  test('completions that Discord does not take', async () => {
    const { people, waitFor, faults } = stage.discord;
    faults.fail(CALLBACK, 503);
    people.type('ask', 'letter', 'okt', { question: 'x' });
    await logged('could not be reached');
    expect(await waitFor.choices(people.type('ask', 'letter', 'okt', { question: 'x' }))).not.toEqual([]);
  });
});

describe('odd payloads', () => {
  test.each([
    'entitlements',
    'authorizing_integration_owners',
    'app_permissions',
    'channel',
    'locale',
    'guild_locale',
    'context',
    'guild',
    'version',
    'attachment_size_limit',
    'data.options',
    'member',
    'member.user',
  ])('an interaction without %s does not end the bot', async (field) => {
    const { people, faults } = stage.discord;
    const strays: unknown[] = [];
    const stray = (error: unknown) => void strays.push(error);
    const others = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', stray);
    try {
      faults.leaveOut(field);
      people.slash('ask', { question: QUESTION });
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(await answeredDespite()).toMatch(/^> /m);
    } finally {
      process.removeAllListeners('unhandledRejection');
      for (const listener of others) process.on('unhandledRejection', listener);
    }
    stage.logged.splice(0);
  });

  test('a command it does not know gets a kind sentence', async () => {
    const { people, waitFor, faults } = stage.discord;
    faults.distort((payload) => ({ ...payload, data: { id: '1', type: 1, options: [], name: 'gone' } }));
    const said = await waitFor.answer(people.slash('help', {}));
    expect([textOf(said), isEphemeral(said)]).toEqual([en.problem.unknownCommand, true]);
  });
});

test('when Discord does not let it share, the asker is told instead of thanked', async () => {
  const { people, waitFor, faults, board } = stage.discord;
  const refusal = { code: 50013, message: 'Missing Permissions' };
  faults.add({
    on: ({ method, path }) => method === 'POST' && path.includes('/webhooks/'),
    status: 403,
    body: refusal,
  });
  const interaction = people.slash('ask', { question: QUESTION, share: true });
  expect(textOf(await waitFor.answer(interaction))).toBe(en.answer.sharedReceipt);
  const told = () => textOf(board.get(interaction.originalId ?? '')!.message);
  await expect.poll(told).toMatch(/^Something went wrong on my side/);
  stage.logged.splice(0);
});

describe('a fault of the bot itself', () => {
  test('is told privately with a reference that stands in the log', async () => {
    const { people, waitFor } = stage.discord;
    const ask = stage.library.ask;
    Object.assign(stage.library, { ask: () => Promise.reject(new Error('the encoder died')) });
    const said = await waitFor.answer(people.slash('ask', { question: QUESTION, share: true }));
    const mentioned = await waitFor.reply(people.write(`<@${stage.discord.world.bot.id}> ${QUESTION}`));
    Object.assign(stage.library, { ask });
    expect(isEphemeral(said)).toBe(true);
    for (const message of [said, mentioned]) {
      const reference = /: ([0-9a-f]{8})\.(?:\n|$)/.exec(textOf(message))?.[1] ?? 'none';
      await logged(`"reference":"${reference}"`);
      expect(textOf(message)).not.toContain('encoder');
    }
    expect(stage.bot.stats.of('errors')).toBeGreaterThanOrEqual(2);
    stage.logged.splice(0);
  });
});

test('the answer also arrives when the acknowledgement was taken but Discord’s word of it was lost', async () => {
  const { errors, retries } = { errors: stage.bot.stats.of('errors'), retries: stage.bot.stats.of('retries') };
  stage.discord.faults.lose(CALLBACK);
  expect(await answeredDespite()).toMatch(/^> /m);
  expect([stage.bot.stats.of('retries'), stage.bot.stats.of('errors')]).toEqual([retries + 1, errors]);
});
