import { describe, expect, onTestFinished, test } from 'vitest';
import { textOf } from '../../src/local-discord/index.ts';
import { closeStage, openStage, useStage } from '../support/bot-stage.ts';
import { freePort } from '../support/free-port.ts';

const stage = useStage();
const QUESTION = 'Wat schrijft de minister over Afghanistan en terroristische organisaties?';

/** What the bot answers to a question asked now, however long it takes to come back. */
async function answered(): Promise<string> {
  const { people, waitFor } = stage.discord;
  return textOf(await waitFor.answer(people.slash('ask', { question: QUESTION })));
}

describe('the bot is back, and answers what was asked meanwhile, after', () => {
  test.each([
    ['Discord closes the connection (4000)', () => stage.discord.gateway.close(4000)],
    ['the connection drops', () => stage.discord.gateway.cut()],
    ['Discord asks to reconnect (op 7)', () => stage.discord.gateway.askToReconnect()],
    ['the session is invalid but resumable (op 9)', () => stage.discord.gateway.invalidate(true)],
  ])('%s', async (_, fault) => {
    const { happenings } = stage.discord;
    const mark = happenings.mark();
    fault();
    expect(await answered()).toMatch(/^> /m);
    await happenings.until('resumed', () => true, { since: mark });
  });

  test('the session is gone (op 9): it logs in anew', async () => {
    const { happenings, gateway } = stage.discord;
    const mark = happenings.mark();
    gateway.invalidate(false);
    await happenings.until('identified', () => true, { since: mark });
    expect(await answered()).toMatch(/^> /m);
  });

  test('Discord has forgotten the session while the bot was away', async () => {
    const { happenings, gateway } = stage.discord;
    const mark = happenings.mark();
    gateway.close(4000);
    gateway.forget();
    await happenings.until('identified', () => true, { since: mark });
    expect(await answered()).toMatch(/^> /m);
  });
});

test('the log says once that the connection is lost, with the code, and once that it is back', async () => {
  const { gateway, happenings } = stage.discord;
  const lines = () => stage.logged.filter((line) => line.includes('connection to Discord is'));
  for (const [renew, session] of [
    [() => {}, 'resumed'],
    [() => gateway.forget(), 'new'],
  ] as const) {
    const before = lines().length;
    const mark = happenings.mark();
    gateway.close(4000);
    renew();
    await happenings.until(session === 'new' ? 'identified' : 'resumed', () => true, { since: mark });
    await expect.poll(() => lines().length).toBe(before + 2);
    const [lost = '', back = ''] = lines().slice(before);
    expect([lost, back]).toEqual([
      expect.stringContaining('"code":4000'),
      expect.stringContaining(`"session":"${session}"`),
    ]);
    expect(lost).toContain('lost; trying again');
  }
});

test('what was asked too long ago is let go without an error, what comes after it is answered', async () => {
  const { people, gateway, settings } = stage.discord;
  const late = stage.bot.stats.of('late');
  const patience = settings.answerWithinMs;
  settings.answerWithinMs = -1;
  gateway.close(4000);
  people.slash('ask', { question: QUESTION });
  await expect.poll(() => stage.bot.stats.of('late')).toBe(late + 1);
  settings.answerWithinMs = patience;
  expect(await answered()).toMatch(/^> /m);
});

test('health and metrics tell that the connection is down while it is', async () => {
  const own = await openStage({ env: { HEALTH_PORT: String(await freePort()) } });
  onTestFinished(() => closeStage(own));
  const { gateway, settings } = own.discord;
  const status = async () => (await fetch(`${own.bot.health}/healthz`)).status;
  const metric = async () =>
    /^briefwijzer_gateway_ready (\d)/m.exec(await (await fetch(`${own.bot.health}/metrics`)).text())?.[1];
  expect([await status(), await metric()]).toEqual([200, '1']);
  settings.gatewayAnswers = 502;
  gateway.close(4000);
  await expect.poll(status).toBe(503);
  expect(await metric()).toBe('0');
  settings.gatewayAnswers = null;
  await expect.poll(status).toBe(200);
});
