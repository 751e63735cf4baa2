import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { MOST_KEPT, openTrays } from '../../src/discord/stores/trays.ts';
import { temporaryFolder } from '../support/folders.ts';
import { recordingLog } from '../support/recording-log.ts';

const place = async () => path.join(await temporaryFolder(), 'trays.json');

test('A tray is there again after a restart, each person’s their own', async () => {
  const file = await place();
  const trays = await openTrays(file, recordingLog());
  await Promise.all([
    trays.change('ada', () => ['aaa']),
    trays.change('bram', () => ['bbb']),
    trays.change('ada', () => ['aaa', 'ccc']),
  ]);
  const again = await openTrays(file, recordingLog());
  expect(await Promise.all(['ada', 'bram', 'chris'].map(again.of))).toEqual([['aaa', 'ccc'], ['bbb'], []]);
});

test('Two presses at once keep both quotes, in a file for its owner alone', async () => {
  const file = await place();
  const trays = await openTrays(file, recordingLog());
  await Promise.all(['aaa', 'bbb'].map((id) => trays.change('ada', (kept) => [...kept, id])));
  expect(await trays.of('ada')).toEqual(['aaa', 'bbb']);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('An empty tray is forgotten, and none grows without end', async () => {
  const file = await place();
  const trays = await openTrays(file, recordingLog());
  await trays.change('ada', () => Array.from({ length: 100 }, (_, i) => `p${i}`));
  expect(await trays.of('ada')).toHaveLength(MOST_KEPT);
  await trays.change('ada', () => []);
  expect(await readFile(file, 'utf8')).not.toContain('ada');
});

test('A file that holds no trays is put aside, not overwritten', async () => {
  const file = await place();
  await writeFile(file, '{"version":9}');
  const trays = await openTrays(file, recordingLog());
  expect(await trays.of('ada')).toEqual([]);
  await trays.change('ada', () => ['aaa']);
  expect((await readdir(path.dirname(file))).sort()).toEqual(['trays.json', 'trays.json.broken']);
});
