import { describe, expect, test } from 'vitest';
import type { Library } from '../../src/answers/types.ts';
import { createGate } from '../../src/discord/library/gate.ts';
import { OWN_LIMITS } from '../../src/discord/limits.ts';
import { manualClock } from '../support/manual-clock.ts';
import { plainAnswer } from '../support/quotes.ts';
import { scriptedLibrary } from '../support/scripted-library.ts';

const scripted = await scriptedLibrary();
const [meeting] = scripted.meetings;

/** A library whose work a test finishes by hand. */
function slowLibrary() {
  const begun: { readonly what: string; readonly signal: AbortSignal | undefined; readonly finish: () => void }[] = [];
  const begin = <T>(what: string, value: T, signal?: AbortSignal) =>
    new Promise<T>((resolve) => begun.push({ what, signal, finish: () => resolve(value) }));
  const library: Library = {
    ...scripted,
    ask: (question, options = {}) => begin(question, plainAnswer(), options.signal),
    summarize: async (of, options = {}) => begin('summary', await scripted.summarize(of, options), options.signal),
    timeline: async (subject, options = {}) =>
      begin(subject, await scripted.timeline(subject, options), options.signal),
    commitments: async (options = {}) => begin('commitments', [], options.signal),
  };
  return { library, begun };
}

const staying = new AbortController().signal;

describe('through the gate', () => {
  test('no more than three pieces of work at once, whatever they are', async () => {
    const { library, begun } = slowLibrary();
    const open = createGate(manualClock()).open(library, staying);
    const { summarize, timeline, commitments } = open;
    const all = [summarize(meeting!), timeline('NAVO'), commitments(), open.ask('een?'), open.ask('twee?')];
    await expect.poll(() => begun.map(({ what }) => what).sort()).toEqual(['NAVO', 'commitments', 'summary']);
    for (const { finish } of begun) finish();
    await expect.poll(() => begun.length).toBe(5);
    for (const { finish } of begun) finish();
    await Promise.all(all);
  });

  test('an overview is made once for an index, and anew for another', async () => {
    const gate = createGate(manualClock());
    let made = 0;
    const counting: Library = {
      ...scripted,
      timeline: (subject, options) => {
        made++;
        return scripted.timeline(subject, options);
      },
    };
    for (const subject of ['NAVO', 'NAVO', 'EU', 'NAVO']) await gate.open(counting, staying).timeline(subject);
    expect(made).toBe(2);
    await gate.open(counting, staying).timeline('NAVO', { from: '2021-01-01' });
    expect(made).toBe(3);
    await gate.open({ ...counting }, staying).timeline('NAVO');
    expect(made).toBe(4);
  });

  test('open commitments are those of all that are made once', async () => {
    const library = createGate(manualClock()).open(scripted, staying);
    const all = await library.commitments();
    const open = await library.commitments({ open: true });
    expect(open).toEqual(all.filter(({ fulfilledBy }) => fulfilledBy === null));
    expect(open.every((commitment) => all.includes(commitment))).toBe(true);
  });

  test.each([
    ['an overview', (library: Library) => library.commitments()],
    ['a question', (library: Library) => library.ask('een?')],
  ])('work that takes too long is told to stop, and makes room: %s', async (_, ask) => {
    const clock = manualClock();
    const { library, begun } = slowLibrary();
    const late = ask(createGate(clock).open(library, staying));
    const failed = expect(late).rejects.toThrow(`No answer within ${OWN_LIMITS.turn} ms`);
    await expect.poll(() => begun.length).toBe(1);
    await clock.pass(OWN_LIMITS.turn);
    await failed;
    expect(begun[0]?.signal?.aborted).toBe(true);
  });

  test('work that nobody waits for any more is told to stop', async () => {
    const leaving = new AbortController();
    const { library, begun } = slowLibrary();
    const left = createGate(manualClock()).open(library, leaving.signal).commitments();
    await expect.poll(() => begun.length).toBe(1);
    leaving.abort();
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    expect(begun[0]?.signal?.aborted).toBe(true);
  });
});
