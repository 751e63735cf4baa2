import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import type { Services } from '../../src/discord/context.ts';
import { createUploads } from '../../src/discord/intake/uploads.ts';
import { createGate } from '../../src/discord/library/gate.ts';
import { watchIndex } from '../../src/discord/library/watch-index.ts';
import { createPlaces } from '../../src/discord/places.ts';
import { createRateLimits } from '../../src/discord/rate-limits.ts';
import { createSharing } from '../../src/discord/sharing.ts';
import { Stats } from '../../src/discord/stats.ts';
import { openFeedback } from '../../src/discord/stores/feedback.ts';
import { createTold } from '../../src/discord/told.ts';
import { manualClock } from '../support/manual-clock.ts';
import { recordingLog } from '../support/recording-log.ts';
import { scriptedIntake } from '../support/scripted-intake.ts';
import { scriptedLibrary, scriptedSource } from '../support/scripted-library.ts';

async function watched() {
  const clock = manualClock();
  const log = recordingLog();
  const source = scriptedSource(await scriptedLibrary());
  const services: Services = {
    config: readConfig({ INDEX_POLL_SECONDS: '10' }),
    source,
    intake: scriptedIntake(source),
    uploads: createUploads(clock),
    readings: createPlaces(1, 1),
    settings: { at: () => ({}), choose: async () => {} },
    trays: { of: async () => [], change: async () => [] },
    feedback: openFeedback('unused'),
    sharing: createSharing(clock),
    limits: createRateLimits(1, 1, clock),
    gate: createGate(clock),
    owners: { include: async () => false },
    stats: new Stats(clock.now()),
    told: createTold(),
    clock,
    log,
    ping: () => -1,
  };
  const stopping = new AbortController();
  const ended = watchIndex(services, stopping.signal);
  const stop = (): Promise<void> => {
    stopping.abort();
    return ended;
  };
  return { clock, log, source, services, stop };
}

describe('watchIndex', () => {
  test('takes a newer index in at the next look', async () => {
    const { clock, source, services, stop } = await watched();
    source.next = await scriptedLibrary({}, 'scripted-2');
    await clock.pass(9_999);
    expect(source.current().about.version).toBe('scripted-1');
    await clock.pass(1);
    expect(source.current().about.version).toBe('scripted-2');
    expect(services.stats.reload).toEqual({ at: clock.now(), problem: null });
    await stop();
  });

  test('keeps the old one when the new one is bad, says so, and looks less often', async () => {
    const { clock, log, source, services, stop } = await watched();
    source.next = new Error('checksum of vectors.bin differs');
    await clock.pass(10_000);
    expect(source.current().about.version).toBe('scripted-1');
    expect(services.stats.reload?.problem).toBe('checksum of vectors.bin differs');
    expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
    expect(clock.asleep).toEqual([20_000]);
    for (let i = 0; i < 10; i++) await clock.pass(60_000);
    expect(clock.asleep).toEqual([60_000]);
    source.next = await scriptedLibrary({}, 'scripted-3');
    await clock.pass(60_000);
    expect(source.current().about.version).toBe('scripted-3');
    expect(clock.asleep).toEqual([10_000]);
    await stop();
  });

  test('says once that the index in the folder can no longer be used, and when it can again', async () => {
    const { clock, log, source, services, stop } = await watched();
    source.damage = new Error('its manifest.json is damaged');
    for (let i = 0; i < 3; i++) await clock.pass(60_000);
    expect(services.stats.reload?.problem).toBe('its manifest.json is damaged');
    expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
    source.damage = null;
    await clock.pass(60_000);
    expect(services.stats.reload?.problem).toBeNull();
    expect(log.lines.at(-1)?.message).toContain('in order again');
    await stop();
  });

  test('ends at once when the bot stops', async () => {
    const { clock, stop } = await watched();
    await stop();
    expect(clock.asleep).toEqual([]);
  });
});
