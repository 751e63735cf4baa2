import { DiscordAPIError, HTTPError } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { isGone, isLost, isTransient, isUnsent } from '../../src/discord/interactions/errors.ts';
import { withRetries } from '../../src/discord/interactions/retry.ts';
import { manualClock } from '../support/manual-clock.ts';

const apiError = (code: number, status: number) =>
  new DiscordAPIError({ code, message: 'no' }, code, status, 'PATCH', 'https://discord.example', {});
const serverError = new HTTPError(503, 'Service Unavailable', 'PATCH', 'https://discord.example', {});
const reset = Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });

describe('withRetries', () => {
  test('waits longer each time, until it succeeds', async () => {
    const clock = manualClock();
    const tried: number[] = [];
    let retries = 0;
    const result = withRetries(
      async (attempt) => {
        tried.push(attempt);
        if (attempt < 2) throw attempt === 0 ? serverError : reset;
        return 'sent';
      },
      [100, 300, 700],
      clock,
      () => retries++,
    );
    await clock.pass(0);
    expect([tried, clock.asleep]).toEqual([[0], [100]]);
    await clock.pass(100);
    expect([tried, clock.asleep]).toEqual([[0, 1], [300]]);
    await clock.pass(300);
    expect(await result).toBe('sent');
    expect(retries).toBe(2);
  });

  test('gives up after the last wait', async () => {
    const clock = manualClock();
    const result = withRetries(
      () => Promise.reject(serverError),
      [1],
      clock,
      () => {},
    );
    const thrown = expect(result).rejects.toBe(serverError);
    await clock.pass(0);
    await clock.pass(1);
    await thrown;
  });

  test('does not wait for what waiting does not mend', async () => {
    const gone = apiError(10062, 404);
    let tries = 0;
    const send = () => {
      tries++;
      return Promise.reject(gone);
    };
    await expect(withRetries(send, [1, 1], manualClock(), () => {})).rejects.toBe(gone);
    expect(tries).toBe(1);
  });
});

describe('what an error means', () => {
  test('transient: 5xx, sockets, aborts, also as a cause', () => {
    const wrapped = new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) });
    const aborted = Object.assign(new Error('aborted'), { name: 'AbortError' });
    expect([serverError, apiError(0, 500), reset, wrapped, aborted].map(isTransient)).toEqual(Array(5).fill(true));
    expect([apiError(50035, 400), new Error('x'), 'x', null].map(isTransient)).toEqual(Array(4).fill(false));
  });

  const failed = (code: string, syscall: string) => Object.assign(new Error(`${syscall} ${code}`), { code, syscall });

  test.each(['ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN'])(
    'without a network (%s) nothing is sent, unless it went while an answer was awaited',
    (code) => {
      const connecting = failed(code, 'connect');
      const everyAddress = Object.assign(new AggregateError([connecting, connecting]), { code });
      for (const error of [connecting, everyAddress, new TypeError('fetch failed', { cause: connecting })])
        expect([isTransient(error), isUnsent(error), isLost(error)]).toEqual([true, true, false]);
      const waiting = failed(code, 'read');
      expect([isTransient(waiting), isUnsent(waiting), isLost(waiting)]).toEqual([true, false, true]);
    },
  );

  test('a name that leads nowhere is asked for again, and nothing was sent to it', () => {
    const error = failed('ENOTFOUND', 'getaddrinfo');
    expect([isTransient(error), isUnsent(error), isLost(error)]).toEqual([true, true, false]);
    expect([isTransient(failed('ENOENT', 'open')), isUnsent(failed('ENOENT', 'connect'))]).toEqual([false, false]);
  });

  test('gone: the interaction, message or token is no longer there', () => {
    expect([10062, 10008, 0, 404].map((code) => isGone(apiError(code, 404)))).toEqual([true, true, true, true]);
    expect(isGone(apiError(50027, 401))).toBe(true);
    expect([apiError(50013, 403), apiError(10015, 404), serverError, new Error()].map(isGone)).toEqual(
      Array(4).fill(false),
    );
  });
});
