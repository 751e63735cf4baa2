import { expect, test } from 'vitest';
import { letterEntry } from '../../../src/answers/letters.ts';
import type { IncomingLetter } from '../../../src/discord/intake/port.ts';
import { createUploads } from '../../../src/discord/intake/uploads.ts';
import { lettersFrom } from '../../support/letters-library.ts';
import { manualClock } from '../../support/manual-clock.ts';

const [letter] = lettersFrom({ 'a.txt': 'De haven is lang.' });

function incoming(text: string): IncomingLetter {
  if (!letter) throw new Error('no letter');
  const known = { entry: letterEntry(letter), pages: null, emptyPages: [], twin: null };
  return { ...known, name: 'a.txt', text, format: 'text', facts: {}, sha256: '' };
}

test('what was read is handed over once, to who sent it', () => {
  const uploads = createUploads(manualClock());
  const letters = [incoming('x')];
  const key = uploads.keep(letters, 'ada');
  expect(uploads.take(key, 'bram')).toBeNull();
  expect(uploads.take(key, 'ada')).toBe(letters);
  expect(uploads.take(key, 'ada')).toBeNull();
  expect(uploads.keep(letters, 'ada', key)).toBe(key);
  expect(uploads.take(key, 'ada')).toBe(letters);
});

test('it is forgotten after half an hour', async () => {
  const clock = manualClock();
  const uploads = createUploads(clock);
  const early = uploads.keep([incoming('x')], 'ada');
  await clock.pass(20 * 60_000);
  const late = uploads.keep([incoming('x')], 'ada');
  await clock.pass(10 * 60_000);
  expect(uploads.take(early, 'ada')).toBeNull();
  expect(uploads.take(late, 'ada')).not.toBeNull();
});

test('the oldest give way when there are many, or when they are large', () => {
  const uploads = createUploads(manualClock());
  const keys = Array.from({ length: 21 }, () => uploads.keep([incoming('x')], 'ada'));
  expect(uploads.take(keys[0] ?? '', 'ada')).toBeNull();
  expect(uploads.take(keys[1] ?? '', 'ada')).not.toBeNull();
  const large = Array.from({ length: 3 }, () => uploads.keep([incoming('x'.repeat(8_000_000))], 'ada'));
  expect(large.map((key) => uploads.take(key, 'ada') === null)).toEqual([true, false, false]);
  expect(uploads.take(keys[2] ?? '', 'ada')).toBeNull();
});
