import { beforeAll, describe, expect, test } from 'vitest';
import { wordVectors } from '../../../src/answers/selection/word-vectors.ts';
import { type OtherNames, otherNamesBy } from '../../../src/answers/timeline/other-names.ts';
import { timelineSchema } from '../../../src/answers/timeline/schema.ts';
import { timelineOf } from '../../../src/answers/timeline/timeline.ts';
import type { Library } from '../../../src/answers/types.ts';
import { corpusPassages } from '../../../src/indexing/stored.ts';
import { readLetters } from '../../../src/letters/read.ts';
import type { Letter } from '../../../src/letters/types.ts';
import { chartInWords } from '../../../src/pictures/bars.ts';
import { timelineChart } from '../../../src/pictures/chart.ts';
import { toPng } from '../../../src/pictures/png.ts';
import { parseThesaurus } from '../../../src/retrieval/lexical/thesaurus.ts';
import { SEEDS } from '../../support/folders.ts';
import { expectVerbatim, lettersFrom, libraryOf } from '../../support/letters-library.ts';

let letters: readonly Letter[];
let library: Library;
beforeAll(async () => {
  ({ letters } = await readLetters(SEEDS));
  library = await libraryOf(letters);
});

/** A letter that says nothing else. */
const source = (text: string) => `Den Haag, 3 mei 2023\n\n${text}\n\nDe minister van Zorg,\nK. de Boer\n`;

describe('A timeline', () => {
  test.each([
    ['defensie-uitgaven', ['2020', '2021', '2022'], /defensie-uitgaven/i],
    ['Resolute Support', ['2017', '2020', '2021'], /Resolute Support|Afghan/],
    ['Strategisch Concept', ['2021', '2022'], /Strategische? Concept|onverminderd van belang/i],
    ['EU-NAVO samenwerking', ['2017', '2021', '2022'], /\bEU\b/],
  ])('of %s runs through the letters, oldest first', async (subject, years, says) => {
    const { entries } = timelineSchema.parse(await library.timeline(subject));
    const dates = entries.map(({ date }) => date ?? '');
    expect(dates).toEqual([...dates].sort());
    expect([...new Set(dates.map((date) => date.slice(0, 4)))]).toEqual(years);
    for (const { quote } of entries) {
      expectVerbatim(quote, letters);
      expect(`${quote.section} ${quote.text}`).toMatch(says);
    }
  });

  test('marks a date that was inferred, and says whose date it is', async () => {
    const { entries } = await library.timeline('Resolute Support');
    const of = (year: string) => entries.find(({ date }) => date?.startsWith(year));
    expect(of('2017')).toMatchObject({ inferred: true, dateOf: 'meeting' });
    expect(of('2020')).toMatchObject({ inferred: false, dateOf: 'meeting' });
  });

  test('folds what is said again', async () => {
    const { entries } = await library.timeline('wapenbeheersing');
    const first = entries.find(({ quote }) => quote.text.includes('onverminderd van belang'));
    expect(first?.repeats).toHaveLength(1);
    const { file, start, end } = first!.repeats[0]!;
    const again = letters.find((letter) => letter.file === file)!.source.slice(start, end);
    expect(again).toContain('voor Nederland onverminderd van');
  });

  test('keeps to a period', async () => {
    const { entries, volume } = await library.timeline('Afghanistan', { from: '2021-01-01', to: '2021-12-31' });
    expect(new Set(entries.map(({ date }) => date?.slice(0, 4)))).toEqual(new Set(['2021']));
    expect(volume).toHaveLength(2);
  });

  test.each([
    ['klimaat', /klimaatverandering/i],
    ['Rusland', /Russisch/],
    ['arms control', /wapenbeheersing|ontwapening/],
  ])('of %s finds compounds, forms and translations of it', async (subject, says) => {
    const { entries } = await library.timeline(subject, { all: true });
    expect(entries.some(({ quote }) => says.test(quote.text))).toBe(true);
    expect(entries.length).toBeGreaterThan(0);
  });

  test('says how much it leaves out, and shows it when asked', async () => {
    const some = await library.timeline('Afghanistan');
    const left = some.volume.reduce((sum, { more }) => sum + more, 0);
    expect(left).toBeGreaterThan(0);
    const all = await library.timeline('Afghanistan', { all: true });
    expect(all.volume.reduce((sum, { more }) => sum + more, 0)).toBeLessThan(left);
    expect(all.entries.length).toBeGreaterThan(some.entries.length);
  });

  test('goes by other names only where they mean the same, and by the team’s own', async () => {
    const own = lettersFrom({
      'a.txt': source('De wachttijden in de jeugdzorg lopen op.'),
      'b.txt': source('De bouw van de brug heeft een lange doorlooptijd.'),
      'c.txt': source('De wachtlijsten in de ggz worden korter.'),
    });
    const said = async (subject: string, names?: OtherNames) => {
      const corpus = { letters: own, passages: corpusPassages(own) };
      const { entries } = await timelineOf(subject, {}, { corpus, vectors: wordVectors, names });
      return entries.map(({ quote }) => quote.file).sort();
    };
    expect(await said('wachttijden')).toEqual(['a.txt', 'c.txt']);
    expect(await said('brugklus')).toEqual([]);
    const team = otherNamesBy([parseThesaurus('doorlooptijd\t\tbrugklus\n')]);
    expect(await said('brugklus', team)).toEqual(['b.txt']);
  });

  test('goes no further than the names of the subject itself, and by whole ones', async () => {
    const own = lettersFrom({
      'ouders.txt': source('Ouders en ouderen krijgen hulp van de gemeente.'),
      'bommen.txt': source('De nucleaire afschrikking blijft van kracht. Energie is duur.'),
      'oudedag.txt': source('De oudedagsvoorziening van zelfstandigen is sober.'),
      'atoom.txt': source('Het kabinet kiest voor nucleaire energie uit twee nieuwe reactoren.'),
    });
    const corpus = { letters: own, passages: corpusPassages(own) };
    const said = async (subject: string, among = own) => {
      const { entries } = await timelineOf(
        subject,
        {},
        { corpus: { ...corpus, letters: among }, vectors: wordVectors },
      );
      return entries.map(({ quote }) => quote.file);
    };
    const others = own.filter(({ file }) => file === 'ouders.txt' || file === 'bommen.txt');
    for (const subject of ['pensioenen', 'pensions', 'kernenergie', 'nuclear energy'])
      expect(await said(subject, others)).toEqual([]);
    expect(await said('pensioenen')).toEqual(['oudedag.txt']);
    expect(await said('pensions')).toEqual(['oudedag.txt']);
    expect(await said('kernenergie')).toEqual(['atoom.txt']);
    expect(await said('nuclear energy')).toEqual(['atoom.txt']);
  });

  test('tells an abbreviation from the stop word it is spelt like', async () => {
    const own = lettersFrom({
      'om.txt': 'Den Haag, 3 mei 2023\n\nHet OM vervolgt twee leden van IS.\n',
      'weg.txt': 'Den Haag, 4 mei 2023\n\nHet gaat om een weg die dicht is.\n',
    });
    const corpus = { letters: own, passages: corpusPassages(own) };
    for (const subject of ['OM', 'het OM', 'IS']) {
      const { entries } = await timelineOf(subject, {}, { corpus, vectors: wordVectors });
      expect(entries.map(({ quote }) => quote.file)).toEqual(['om.txt']);
    }
  });

  test('is empty for what no letter says', async () => {
    expect((await library.timeline('tanks')).entries).toEqual([]);
    expect((await library.timeline('drones')).entries).toEqual([]);
    expect((await library.timeline('zonnepanelen')).entries).toEqual([]);
    expect((await library.timeline('de het een')).entries).toEqual([]);
    expect((await library.timeline('?!')).entries).toEqual([]);
  });

  test('puts letters without a date last, and leaves them out of a period', async () => {
    const odd = lettersFrom({
      'a.txt': 'De aankoop van munitie is vertraagd.\n',
      'b.txt': 'Den Haag, 3 mei 2023\n\nDe minister koopt munitie bij een Belgische fabriek.\n',
    });
    const { timeline } = await libraryOf(odd);
    expect((await timeline('munitie')).entries.map(({ date }) => date)).toEqual(['2023-05-03', null]);
    expect((await timeline('munitie', { from: '2020-01-01' })).entries).toHaveLength(1);
  });
});

describe('A chart', () => {
  const volume = [
    { letterId: 'a', title: 'A', date: '2020-10-23', sentences: 2, more: 0 },
    { letterId: 'b', title: 'B', date: '2021-10-22', sentences: 0, more: 0 },
    { letterId: 'c', title: 'C', date: null, sentences: 11, more: 0 },
  ];

  test('has a bar for every letter, as long as what it says', () => {
    const svg = timelineChart({ subject: 'munitie', volume }, 'nl');
    const bars = [...svg.matchAll(/width="([\d.]+)" height="28" fill="#154273"/g)].map(([, width]) => Number(width));
    expect(bars).toHaveLength(3);
    expect(bars[1]).toBe(0);
    expect(bars[2]! / bars[0]!).toBeCloseTo(5.5, 1);
    expect(svg).toContain('>okt 2020</text>');
  });

  test('has a bar a year where there are many letters', () => {
    const many = Array.from({ length: 40 }, (_, i) => ({ ...volume[0]!, date: `${2010 + (i % 8)}-05-01` }));
    const svg = timelineChart({ subject: 'munitie', volume: many }, 'en');
    expect(svg.match(/fill="#154273"/g)).toHaveLength(8);
    expect(svg).toContain('>2017</text>');
  });

  test('shows any subject as it is', () => {
    const svg = timelineChart({ subject: `<script>"&\u0000\uD800 ${'x'.repeat(300)}`, volume }, 'nl');
    expect(svg).toContain('&lt;script&gt;&quot;&amp;');
    expect(svg).not.toContain('\u0000');
    expect(svg).not.toMatch(/\p{Cs}/u);
    expect(toPng(svg).length).toBeGreaterThan(1_000);
  });

  test('is drawn as a PNG that a phone can show, the same every time, with letters in it', () => {
    const svg = timelineChart({ subject: 'munitie', volume }, 'nl');
    const png = Buffer.from(toPng(svg));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([640, 258]);
    const sizes = [...svg.matchAll(/font-size="(\d+)"/g)].map(([, size]) => Number(size));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
    expect(Buffer.from(toPng(svg)).equals(png)).toBe(true);
    const wordless = Buffer.from(toPng(svg.replace(/<text.*<\/text>/g, '')));
    expect(png.length).toBeGreaterThan(wordless.length * 2);
  });

  test('is told in words for whoever can’t see it', () => {
    expect(chartInWords('munitie', volume, 'nl')).toBe(
      'Zinnen over “munitie” in elke brief. 23 oktober 2020: 2 zinnen; zonder datum: 11 zinnen.',
    );
    const many = Array.from({ length: 300 }, () => volume[0]!);
    expect(chartInWords('munitie', many, 'en').length).toBeLessThanOrEqual(1_024);
  });
});
