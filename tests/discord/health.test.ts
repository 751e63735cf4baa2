import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Services } from '../../src/discord/context.ts';
import { connectionIsDead } from '../../src/discord/health/connection-watchdog.ts';
import type { Probes } from '../../src/discord/health/probes.ts';
import { type HealthServer, serveHealth } from '../../src/discord/health/server.ts';
import { logAnswer } from '../../src/discord/interactions/log-answer.ts';
import { Stats } from '../../src/discord/stats.ts';
import { packageRoot } from '../../src/package-root.ts';
import { manualClock } from '../support/manual-clock.ts';
import { recordingLog } from '../support/recording-log.ts';
import { scriptedLibrary, scriptedSource } from '../support/scripted-library.ts';

const MINUTE = 60_000;

describe('health over HTTP', () => {
  const up = { gateway: true, encoder: true };
  const probes: Probes = { gatewayReady: () => up.gateway, ping: () => 42, encoderReady: () => up.encoder };
  let server: HealthServer | undefined;
  afterEach(async () => {
    up.gateway = true;
    up.encoder = true;
    await server?.stop();
  });

  async function served(): Promise<{ get: (path: string, method?: string) => Promise<Response>; services: Services }> {
    const clock = manualClock(Date.parse('2026-03-01T00:00:00Z'));
    const source = scriptedSource(await scriptedLibrary());
    const log = recordingLog();
    const config = { LOG_QUESTIONS: true };
    const services = { clock, source, log, config, stats: new Stats(clock.now()) } as unknown as Services;
    server = await serveHealth({ port: 0, host: '127.0.0.1' }, services, probes);
    const { url } = server;
    return { get: (where, method = 'GET') => fetch(`${url}${where}`, { method }), services };
  }

  test('is 200 while the bot can answer, 503 with what is wrong while it can not', async () => {
    const { get } = await served();
    const well = await get('/healthz');
    expect([well.status, await well.json()]).toMatchObject([200, { ok: true, wrong: [] }]);
    up.gateway = false;
    const ill = await get('/healthz');
    expect([ill.status, await ill.json()]).toMatchObject([
      503,
      { ok: false, wrong: [expect.stringContaining('Discord')] },
    ]);
    up.encoder = false;
    expect((await (await get('/healthz')).json()) as object).toMatchObject({ wrong: { length: 2 } });
  });

  test('counts answers by what was asked and what came of it, and tells nothing that people wrote', async () => {
    const { get, services } = await served();
    services.stats.count('limited');
    logAnswer({ command: 'ask' }, services.clock.elapsed() - 400, { answered: true, question: 'geheim' }, services);
    logAnswer({ command: 'ask' }, services.clock.elapsed(), { answered: false }, services);
    logAnswer({ mention: true }, services.clock.elapsed(), {}, services);
    const text = await (await get('/metrics')).text();
    expect(text).toContain('briefwijzer_answers_total{to="ask",outcome="quoted"} 1');
    expect(text).toContain('briefwijzer_answers_total{to="ask",outcome="refused"} 1');
    expect(text).toContain('briefwijzer_answers_total{to="mention",outcome="done"} 1');
    expect(text).toContain('briefwijzer_answer_seconds_bucket{le="0.25",to="ask"} 1');
    expect(text).toContain('briefwijzer_answer_seconds_bucket{le="0.5",to="ask"} 2');
    expect(text).toContain('briefwijzer_events{event="limited"} 1');
    expect(text).toContain('briefwijzer_gateway_ready 1');
    expect(text).toContain('briefwijzer_gateway_ping_seconds 0.042');
    expect(text).toMatch(/^briefwijzer_index_age_seconds \d/m);
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
    expect(text).not.toContain('geheim');
  });

  test('answers nothing else', async () => {
    const { get } = await served();
    expect((await get('/')).status).toBe(404);
    expect((await get('/metrics', 'POST')).status).toBe(405);
  });
});

describe('a connection that does not come back', () => {
  test('is dead after the limit, counted from when it went down', async () => {
    const clock = manualClock();
    const log = recordingLog();
    let ready = true;
    const stop = new AbortController();
    let verdict: boolean | undefined;
    const watched = connectionIsDead({ gatewayReady: () => ready }, 5 * MINUTE, { clock, log }, stop.signal).then(
      (dead) => {
        verdict = dead;
      },
    );
    const pass = async (ms: number) => {
      for (let left = ms; left > 0; left -= 10_000) await clock.pass(10_000);
    };
    await pass(10 * MINUTE);
    ready = false;
    await pass(4 * MINUTE);
    ready = true;
    await pass(10_000);
    ready = false;
    await pass(4.5 * MINUTE);
    clock.jump(24 * 60 * MINUTE);
    await pass(10_000);
    expect(verdict).toBeUndefined();
    await pass(MINUTE);
    await watched;
    expect(verdict).toBe(true);
    expect(log.lines.map(({ message }) => message).join()).toContain('down too long');
  });

  test('is not looked at after the bot has stopped', async () => {
    const clock = manualClock();
    const stop = new AbortController();
    const watched = connectionIsDead(
      { gatewayReady: () => false },
      MINUTE,
      { clock, log: recordingLog() },
      stop.signal,
    );
    stop.abort();
    expect(await watched).toBe(false);
  });
});

test('A process whose event loop stands still is killed, and says why', async () => {
  const watchdog = path.join(packageRoot(), 'dist/src/discord/health/event-loop-watchdog.js');
  const script = `import(${JSON.stringify(watchdog)}).then(({ watchEventLoop }) => {
    watchEventLoop(400);
    setTimeout(() => { for (;;); }, 200);
  });`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const [, signal] = await once(child, 'close');
  expect(signal).toBe('SIGKILL');
  expect(said).toContain('The event loop has stood still');
});
