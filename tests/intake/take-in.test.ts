import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Found, listSources, readSources } from '../../src/intake/sources.ts';
import { type IntakeOptions, takeIn } from '../../src/intake/take-in.ts';
import { readLetters } from '../../src/letters/read.ts';
import { withRefusedCall } from '../support/failing-files.ts';
import { contents, SEEDS, temporaryFolder } from '../support/folders.ts';

async function* silence(): AsyncGenerator<string> {}

const run = async (paths: string[], lettersDir: string, options: Partial<IntakeOptions> = {}) => {
  const outcomes = takeIn(readSources(await listSources(paths), silence()), {
    lettersDir,
    replace: false,
    dryRun: false,
    ...options,
  });
  const told: string[] = [];
  for await (const one of outcomes) {
    if (one.status === 'failed') told.push(`failed: ${one.problem.message}`);
    else if (one.status === 'passed over') told.push(`passed over: ${path.basename(one.name)}`);
    else told.push(`${one.status}: ${one.file}${one.twin ? ` (${one.twin.by})` : ''}`);
  }
  return told;
};

/** A folder with files in it. */
const folderOf = async (files: Record<string, string | Uint8Array>): Promise<string> => {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  return folder;
};

const letter = (number: string, text: string): string =>
  `36 045 Situatie in de havens\n\nNr. ${number} BRIEF VAN DE MINISTER VAN HAVENZAKEN\n\nDen Haag, 3 maart 2025\n\n${text}\n`;

describe('Taking letters in', () => {
  test('a folder with its subfolders: what is no letter is passed over, what fails spares the rest', async () => {
    const from = await folderOf({
      'a.txt': letter('1', 'De haven is lang.'),
      'sub/Brief over de kade!.md': '# De kade\n\nDe kade is hoog.\n',
      'sub/foto.jpg': 'x',
      'leeg.txt': '',
      '.verborgen.txt': 'x',
    });
    const to = path.join(await temporaryFolder(), 'nieuw');
    expect(await run([from, '/nonexistent/b.pdf'], to)).toEqual([
      'added: a.txt',
      `failed: ${from}/leeg.txt is empty.`,
      'added: sub/Brief-over-de-kade.txt',
      'passed over: foto.jpg',
      'failed: /nonexistent/b.pdf is not there.',
    ]);
    const { letters } = await readLetters(to);
    expect(letters.map(({ file, source }) => [file, source])).toEqual([
      ['a.txt', letter('1', 'De haven is lang.')],
      ['sub/Brief-over-de-kade.txt', 'De kade\n\nDe kade is hoog.\n'],
    ]);
    expect(JSON.parse(await readFile(path.join(to, 'a.meta.json'), 'utf8'))).toEqual({
      source: { file: `${from}/a.txt`, format: 'text', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });

  test('a dry run writes nothing', async () => {
    const from = await folderOf({ 'a.txt': letter('1', 'De haven is lang.') });
    const to = await temporaryFolder();
    expect(await run([from], to, { dryRun: true })).toEqual(['added: a.txt']);
    expect(await contents(to)).toEqual({});
  });

  test('another letter of the same name gets a name of its own', async () => {
    const to = await folderOf({ 'brief.txt': letter('1', 'De haven is lang.') });
    const from = await folderOf({ 'Brief.txt': letter('2', 'De kade is hoog en breed.') });
    expect(await run([from], to)).toEqual(['added: Brief-2.txt']);
  });
});

describe('What lies in the folder already', () => {
  test('is not overwritten, also where it can not be read', async () => {
    const latin = Buffer.from('Brief over de patiënten.', 'latin1');
    const to = await folderOf({ 'brief.txt': latin });
    await symlink(path.join(to, 'weg'), path.join(to, 'kade.txt'));
    const from = await folderOf({ 'Brief.md': '# De haven\n\nDe haven is lang.\n', 'kade.md': 'De kade is hoog.\n' });
    expect(await run([from], to)).toEqual(['added: Brief-2.txt', 'added: kade-2.txt']);
    expect(await readFile(path.join(to, 'brief.txt'))).toEqual(latin);
  });

  test('is not overwritten either where it came meanwhile', async () => {
    const to = await temporaryFolder();
    async function* found() {
      for (const [name, text] of [
        ['a.txt', 'De haven is lang.'],
        ['b.txt', 'De kade is hoog.'],
      ] as const) {
        // Since the folder was looked at.
        await writeFile(path.join(to, name), 'Van een mens.');
        await writeFile(path.join(to, name.replace('.txt', '.meta.json')), '{"number":"7"}');
        yield { kind: 'file', file: { name, bytes: Buffer.from(text) }, folder: '' } as const;
      }
    }
    const told: string[] = [];
    for await (const one of takeIn(found(), { lettersDir: to, replace: false, dryRun: false }))
      told.push('file' in one ? one.file : one.status);
    expect(told).toEqual(['a-2.txt', 'b-2.txt']);
    expect(await readFile(path.join(to, 'a.txt'), 'utf8')).toBe('Van een mens.');
    expect(await readFile(path.join(to, 'a.meta.json'), 'utf8')).toBe('{"number":"7"}');
  });

  test('a sidecar that another letter left behind says nothing of a new one, and is put aside', async () => {
    const others = '{"number":"9","source":{"file":"x.pdf","format":"pdf","sha256":"0"}}';
    const to = await folderOf({
      'a.meta.json': others,
      'b.meta.json': '{"number":"8"}',
      'c.meta.json': '{',
      'removed/a.meta.json': '{}',
    });
    const from = await folderOf({
      'a.txt': 'De haven is lang.',
      'b.txt': 'De kade is hoog.',
      'c.txt': 'De sluis is smal.',
    });
    await run([from], to, { dryRun: true });
    expect(await readFile(path.join(to, 'a.meta.json'), 'utf8')).toBe(others);
    expect(await run([from], to)).toEqual(['added: a.txt', 'added: b.txt', 'added: c.txt']);
    const { letters } = await readLetters(to);
    expect(letters.map(({ metadata }) => metadata.number)).toEqual([null, '8', null]);
    const aside = async (name: string) => readFile(path.join(to, 'removed', name), 'utf8');
    expect([await aside('a.meta.json'), await aside('a-2.meta.json'), await aside('c.meta.json')]).toEqual([
      '{}',
      others,
      '{',
    ]);
  });

  test('a sidecar that the disk refuses to hand out stays; its letter is named, and the others are taken in', async () => {
    const to = await folderOf({ 'a.meta.json': '{"number":"9"}' });
    const from = await folderOf({ 'a.txt': 'De haven is lang.', 'b.txt': 'De kade is hoog.' });
    const isSidecar = (call: string, file: string) => call === 'readFile' && file.endsWith('a.meta.json');
    const { result } = await withRefusedCall(to, isSidecar, 'EIO', () => run([from], to));
    expect(result).toEqual({
      value: [expect.stringMatching(/^failed: a\.meta\.json cannot be read: /), 'added: b.txt'],
    });
    expect(await readFile(path.join(to, 'a.meta.json'), 'utf8')).toBe('{"number":"9"}');
  });

  test('a disk without links takes letters too', async () => {
    const to = await temporaryFolder();
    const from = await folderOf({ 'a.txt': 'De haven is lang.' });
    await withRefusedCall(
      to,
      (call) => call === 'link',
      'EACCES',
      () => run([from], to),
    );
    expect(Object.keys(await contents(to))).toEqual(['a.meta.json', 'a.txt']);
    expect(await readFile(path.join(to, 'a.txt'), 'utf8')).toBe('De haven is lang.\n');
  });

  test('what was taken out is not taken in again with its folder', async () => {
    const from = await folderOf({ 'a.txt': 'De haven is lang.', 'removed/b.txt': 'De kade is hoog.' });
    const to = await temporaryFolder();
    expect(await run([from], to)).toEqual(['added: a.txt']);
    expect(await run([path.join(from, 'removed')], to)).toEqual(['added: b.txt']);
  });
});

describe('The same letter twice', () => {
  test('is known by its number, left alone, and overwritten where that is asked for', async () => {
    const to = await folderOf({ 'oud.txt': letter('1', 'De haven is lang.') });
    const from = await folderOf({ 'nieuw.txt': letter('1', 'Geheel andere woorden over iets anders staan hier.') });
    const before = await contents(to);
    expect(await run([from], to)).toEqual(['known: oud.txt (number)']);
    expect(await contents(to)).toEqual(before);
    expect(await run([from], to, { replace: true })).toEqual(['replaced: oud.txt (number)']);
    expect((await contents(to))['oud.txt']).toContain('Geheel andere woorden');
  });

  test('is known by its text, whatever its layout and small differences', async () => {
    const source = await readFile(path.join(SEEDS, '003_ab0bb0f9ecab726f.txt'), 'utf8');
    const other = source.replace(/\s+/g, ' ').replace('NAVO', 'Noord-Atlantische Verdragsorganisatie');
    expect(await run([await folderOf({ 'kopie.txt': other })], SEEDS, { dryRun: true })).toEqual([
      'known: 003_ab0bb0f9ecab726f.txt (text)',
    ]);
  });

  test('letters alike but for number or date are letters of their own', async () => {
    const text =
      'Hierbij bied ik u de stand van zaken van de havens in het afgelopen kwartaal aan, zoals met u is afgesproken.';
    const from = await folderOf({
      'a.txt': letter('1', text),
      'b.txt': letter('2', text),
      'c.txt': `Den Haag, 3 juni 2025\n\n${text}\n`,
      'd.txt': `Den Haag, 3 september 2025\n\n${text}\n`,
    });
    expect(await run([from], await temporaryFolder())).toEqual(
      ['a', 'b', 'c', 'd'].map((name) => `added: ${name}.txt`),
    );
  });

  test('a file that was taken in before is not read once more, whatever became of its letter since', async () => {
    const from = await folderOf({ 'a.txt': letter('1', 'De haven is lang.') });
    const to = await temporaryFolder();
    await run([from], to);
    await writeFile(path.join(to, 'a.txt'), letter('1', 'Een mens heeft dit verbeterd.'));
    await writeFile(
      path.join(to, 'a.meta.json'),
      (await readFile(path.join(to, 'a.meta.json'), 'utf8')).replace('{', '{"number":"9",'),
    );
    expect(await run([from], to)).toEqual(['known: a.txt (file)']);
    expect(await readFile(path.join(to, 'a.txt'), 'utf8')).toContain('verbeterd');
  });

  test.each([
    ['before its text was written', 2, 'lang.'],
    ['before its checksum was', 3, 'diep.'],
  ])(
    'one that was being replaced by a program that was killed, %s, is not taken for the new one',
    async (_, at, holds) => {
      const to = await temporaryFolder();
      await run([await folderOf({ 'a.txt': letter('1', 'De haven is lang.') })], to);
      const sidecar = path.join(to, 'a.meta.json');
      const shaOf = async (): Promise<string> => JSON.parse(await readFile(sidecar, 'utf8')).source.sha256;
      const old = await shaOf();
      const from = await folderOf({ 'a.txt': letter('1', 'De haven is diep.') });
      let renamed = 0;
      let killed = false;
      const isKilled = (call: string): boolean => {
        if (call === 'rename' && ++renamed === at) killed = true;
        return killed;
      };
      await withRefusedCall(to, isKilled, 'EIO', () => run([from], to, { replace: true }));
      expect(killed).toBe(true);
      expect(await readFile(path.join(to, 'a.txt'), 'utf8')).toContain(holds);
      expect(await shaOf()).toBe(old);
      expect(await run([from], to)).toEqual(['known: a.txt (number)']);
      expect(await run([from], to, { replace: true })).toEqual(['replaced: a.txt (number)']);
      expect(await readFile(path.join(to, 'a.txt'), 'utf8')).toContain('diep.');
      expect(await run([from], to)).toEqual(['known: a.txt (file)']);
    },
  );

  test('of two copies that come together the first is taken, also with --replace', async () => {
    const from = await folderOf({
      'a.txt': letter('1', 'De haven is lang.'),
      'b.txt': letter('1', 'De haven is lang.'),
    });
    const to = await temporaryFolder();
    expect(await run([from], to, { replace: true })).toEqual(['added: a.txt', 'known: a.txt (number)']);
  });

  test('what a person wrote in the sidecar stays and wins', async () => {
    const from = await folderOf({ 'a.txt': letter('1', 'De haven is lang.') });
    const to = await temporaryFolder();
    await run([from], to);
    const sidecar = path.join(to, 'a.meta.json');
    const { source } = JSON.parse(await readFile(sidecar, 'utf8'));
    await writeFile(sidecar, JSON.stringify({ subject: 'De haven', source }));
    await writeFile(path.join(from, 'a.txt'), letter('1', 'De haven is lang en diep.'));
    expect(await run([from], to, { replace: true })).toEqual(['replaced: a.txt (number)']);
    const { letters } = await readLetters(to);
    expect(letters[0]?.metadata.subject).toBe('De haven');
    expect(JSON.parse(await readFile(sidecar, 'utf8')).source.sha256).not.toBe(source.sha256);
  });

  test('what the file or its service stated is not what a person wrote', async () => {
    const to = await temporaryFolder();
    const takeInWith = async (text: string, url: string, replace: boolean): Promise<unknown> => {
      async function* found(): AsyncGenerator<Found> {
        const file = { name: 'a.txt', bytes: Buffer.from(letter('1', text)) };
        yield { kind: 'file', file, folder: '', known: { url, dossiers: ['36 045', url.slice(-6)] } };
      }
      for await (const _ of takeIn(found(), { lettersDir: to, replace, dryRun: false }));
      return JSON.parse(await readFile(path.join(to, 'a.meta.json'), 'utf8'));
    };
    expect(await takeInWith('De haven is lang.', 'https://kst.nl/11 111', false)).toMatchObject({
      url: 'https://kst.nl/11 111',
      source: { stated: { url: 'https://kst.nl/11 111', dossiers: ['36 045', '11 111'] } },
    });
    expect(await takeInWith('De haven is diep.', 'https://kst.nl/22 222', true)).toMatchObject({
      url: 'https://kst.nl/22 222',
      dossiers: ['36 045', '22 222'],
    });
    const sidecar = path.join(to, 'a.meta.json');
    const { source, dossiers } = JSON.parse(await readFile(sidecar, 'utf8'));
    await writeFile(sidecar, JSON.stringify({ url: 'https://eigen.nl/', dossiers, source }));
    expect(await takeInWith('De haven is breed.', 'https://kst.nl/33 333', true)).toMatchObject({
      url: 'https://eigen.nl/',
      dossiers: ['36 045', '33 333'],
    });
  });

  test('one whose sidecar can not be read is not replaced, and the others are', async () => {
    const from = await folderOf({
      'a.txt': letter('1', 'De haven is lang.'),
      'b.txt': letter('2', 'De kade is hoog.'),
    });
    const to = await temporaryFolder();
    await run([from], to);
    await writeFile(path.join(to, 'a.meta.json'), '{"number": 1');
    expect(await run([from], to, { replace: true })).toEqual([
      expect.stringMatching(/^failed: a\.meta\.json is not a valid sidecar: /),
      'replaced: b.txt (number)',
    ]);
    expect(await readFile(path.join(to, 'a.meta.json'), 'utf8')).toBe('{"number": 1');
  });
});
