import { load } from 'cheerio/slim';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import type { Dossier } from '../../src/export/document.ts';
import { fileName, write } from '../../src/export/formats.ts';
import { OBEYED } from '../support/hostile-letter.ts';
import { plainQuote } from '../support/quotes.ts';

const PAGE = 'https://brieven.example/letters/letterletter/#abcdefghij27.1';
const OFFICIAL = 'https://zoek.officielebekendmakingen.nl/kst-28676-348.html';

function dossier(changes: Partial<Dossier> = {}, text = 'De minister zei dat het zo is.'): Dossier {
  const quote = plainQuote({ text, pageUrl: PAGE, url: OFFICIAL, citation: 'Verslag NAVO, § Afghanistan' });
  return {
    language: 'nl',
    title: 'Wat is besloten?',
    notes: ['Alleen het verslag is er.'],
    parts: [
      {
        heading: 'Besluiten',
        items: [{ quote, label: '4 november 2021', facts: [{ name: 'wie', value: 'de minister' }] }],
      },
    ],
    ...changes,
  };
}

/** What each format has to bring across as it is. */
const AWKWARD =
  '=SOM(1;2) "aan" <script>alert(1)</script> [klik](https://kwaad.example) *vet* | # 1. - ```x``` \\ & &lt; $x$ ~~y~~';

const text = async (of: Dossier, format: 'md' | 'csv') => String(await write(of, format));
const word = async (of: Dossier) => Buffer.from(await write(of, 'docx'));

describe('Page, citation and links are in every format', () => {
  test('Markdown', async () => {
    const markdown = await text(dossier(), 'md');
    expect(markdown).toContain('> De minister zei dat het zo is.\n');
    expect(markdown).toContain('Verslag NAVO, § Afghanistan, blz. 2');
    expect(markdown).toContain(`[Lees in de brief](<${PAGE}>)`);
    expect(markdown).toContain('*wie*: de minister');
  });

  test('Word', async () => {
    const { value } = await mammoth.convertToHtml({ buffer: await word(dossier()) });
    const $ = load(value);
    expect([$('h1').text(), $('h2').text()]).toEqual(['Wat is besloten?', 'Besluiten']);
    expect($('p').text()).toContain('De minister zei dat het zo is.Verslag NAVO, § Afghanistan, blz. 2');
    expect(
      $('a')
        .map((_, a) => $(a).attr('href'))
        .get(),
    ).toEqual([PAGE, OFFICIAL]);
    const styled = { styleMap: "p[style-name='Quote'] => blockquote > p:fresh" };
    const quoted = load((await mammoth.convertToHtml({ buffer: await word(dossier()) }, styled)).value);
    expect(quoted('blockquote').text()).toBe('De minister zei dat het zo is.');
  });

  test('a table', async () => {
    expect(await text(dossier(), 'csv')).toBe(
      `\uFEFFonderdeel,kenmerk,citaat,wie,vindplaats,bladzijde,link,officiële publicatie\r\n` +
        `Besluiten,4 november 2021,De minister zei dat het zo is.,de minister,"Verslag NAVO, § Afghanistan",2,${PAGE},${OFFICIAL}\r\n`,
    );
  });
});

test('An address that was worked out is called likely', async () => {
  const quote = plainQuote({ url: null });
  const letter = {
    ...quote.letter,
    dossiers: ['28 676'],
    number: '348',
    inferred: [{ field: 'number' as const, from: 'x' }],
  };
  const parts = [{ heading: null, items: [{ quote: { ...quote, letter }, label: null, facts: [] }] }];
  expect(await text(dossier({ parts }), 'md')).toContain(`[Vermoedelijk de officiële publicatie](<${OFFICIAL}>)`);
});

test('The question that a quote answers stands above it, in a table behind it', async () => {
  const quote = plainQuote({ text: 'Ja.', question: 'Kent u *het bericht*?' });
  const items = [quote, plainQuote()].map((one) => ({ quote: one, label: null, facts: [] }));
  const asked = dossier({ parts: [{ heading: null, items }] });
  expect(await text(asked, 'md')).toContain('Vraag: Kent u \\*het bericht\\*?\n\n> Ja.');
  const { value } = await mammoth.convertToHtml({ buffer: await word(asked) });
  expect(load(value)('p').text()).toContain('Vraag: Kent u *het bericht*?Ja.');
  const [head, first, second] = (await text(asked, 'csv')).split('\r\n').map((row) => row.split(','));
  expect([head?.at(-1), first?.at(-1), second?.at(-1)]).toEqual(['beantwoorde vraag', 'Kent u *het bericht*?', '']);
});

test('The footnotes of a quote stand under it', async () => {
  const note = { id: 'abcdefghijkl', start: 0, end: 1, skipped: [], text: '1 België en *Spanje*.' };
  const quote = plainQuote({ text: 'Twee landen.', notes: [note] });
  const noted = dossier({ parts: [{ heading: null, items: [{ quote, label: null, facts: [] }] }] });
  expect(await text(noted, 'md')).toContain('> Twee landen.\n\nNoot 1 België en \\*Spanje\\*.\n\n');
  const { value } = await mammoth.convertToHtml({ buffer: await word(noted) });
  expect(load(value)('p').text()).toContain('Twee landen.Noot 1 België en *Spanje*.');
});

describe('What letters hold stays text', () => {
  test('in Markdown', async () => {
    const $ = load(await marked.parse(await text(dossier({}, AWKWARD), 'md')));
    expect($('blockquote').text().trim()).toBe(AWKWARD);
    expect($('blockquote *').not('p')).toHaveLength(0);
    expect($('script')).toHaveLength(0);
  });

  test.each(['# kop', '- punt', '1. punt', '> citaat', '=== x', '--- x', '+ plus', '    code', '| a | b |'])(
    'in Markdown where it begins with %s',
    async (words) => {
      const $ = load(await marked.parse(await text(dossier({ title: words, notes: [words] }, words), 'md')));
      expect($('blockquote').first().children('p').text().trim()).toBe(words.trim());
      expect($('h1').text()).toBe(words.trim());
      expect($('ul, ol, pre, table, blockquote blockquote')).toHaveLength(0);
    },
  );

  test('in Word', async () => {
    const { value } = await mammoth.convertToHtml({ buffer: await word(dossier({ title: AWKWARD }, AWKWARD)) });
    const $ = load(value);
    expect($('h1').text()).toBe(AWKWARD);
    expect($('script')).toHaveLength(0);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '|calc', '%0'])(
    'in a table, never calculated: %j',
    async (words) => {
      const rows = (await text(dossier({}, words), 'csv')).split('\r\n');
      expect(rows[1]?.split(',')[2]).toMatch(/^"?'/);
    },
  );

  test('in a table, with marks, commas and line ends in one cell', async () => {
    expect(await text(dossier({}, 'Hij zei: "ja", en\nging.'), 'csv')).toContain(',"Hij zei: ""ja"", en\nging.",');
  });

  test('and turns no direction and steers no terminal anywhere', async () => {
    const hostile = dossier({ title: '\u202eom\u001b[2J' }, 'a\u202eb\u001b]0;x\u0007\u0000\ud800c');
    expect((await text(hostile, 'md')).replace(/\n/g, '')).not.toMatch(OBEYED);
    expect((await text(hostile, 'csv')).replace(/\r\n/g, '')).not.toMatch(OBEYED);
    const xml = strFromU8(unzipSync(await word(hostile))['word/document.xml'] ?? new Uint8Array());
    expect(xml).toContain('a\\u202eb');
    expect(xml.replace(/[\r\n]/g, '')).not.toMatch(OBEYED);
  });
});

test('A file is named after its title, whatever that is', () => {
  expect(fileName(dossier(), 'docx')).toBe('wat-is-besloten.docx');
  expect(fileName(dossier({ title: '../../Één <b>\u0000' }), 'md')).toBe('een-b.md');
  expect(fileName(dossier({ title: '???' }), 'csv')).toBe('briefwijzer.csv');
});
