import { load } from 'cheerio/slim';
import { beforeAll, describe, expect, test } from 'vitest';
import { lettersOf, meetingsOf } from '../../src/answers/meetings.ts';
import { quoteOf } from '../../src/answers/quote.ts';
import { excerptOf } from '../../src/answers/selection/excerpt.ts';
import { readLetters } from '../../src/letters/read.ts';
import type { Letter } from '../../src/letters/types.ts';
import { letterAddress } from '../../src/web/address.ts';
import { type Pages, pagesOf } from '../../src/web/pages.ts';
import { SEEDS } from '../support/folders.ts';
import { OBEYED } from '../support/hostile-letter.ts';
import { lettersFrom } from '../support/letters-library.ts';
import { FORMS } from './forms.ts';

let letters: readonly Letter[];
let pages: Pages;
beforeAll(async () => {
  letters = [...(await readLetters(SEEDS)).letters, ...lettersFrom(FORMS)];
  pages = pagesOf({ meetings: meetingsOf(letters) });
});

const open = (letter: Letter) => load(pages.at(`letters/${letter.id}/`, 'nl') ?? '');
const withoutSpace = (text: string) => text.replace(/\s+/g, ' ').trim();

test('Every letter has a page, and one page lists them by year', () => {
  expect(pages.paths).toHaveLength(letters.length + 1);
  const $ = load(pages.at('letters/', 'nl') ?? '');
  const links = $('main a').map((_, link) => $(link).attr('href'));
  expect([...links].sort()).toEqual(letters.map(({ id }) => `${id}/`).sort());
  const years = $('h2')
    .map((_, year) => $(year).text())
    .get();
  expect(years).toEqual([...years].sort().reverse());
});

test('A page says every passage of its letter word for word, each under its anchor', () => {
  for (const letter of letters) {
    const $ = open(letter);
    $('sup').remove();
    for (const { id, text } of letter.passages) expect(withoutSpace($(`#${id}`).text()), letter.file).toBe(text);
  }
});

test('Nothing of a letter is left out of its page or stands in it twice', () => {
  const characters = (text: string) => [...text.replace(/[\s‐‑\u00AD\uFEFF-]/g, '')].sort().join('');
  for (const letter of letters) {
    const $ = open(letter);
    $('.page, #notes').remove();
    expect(characters($('article').text()), letter.file).toBe(characters(letter.source));
  }
});

test('No anchor is there twice, and every link within a page leads somewhere', () => {
  for (const letter of letters) {
    const $ = open(letter);
    const ids = $('[id]')
      .map((_, it) => $(it).attr('id'))
      .get();
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of $('a[href^="#"]').get()) expect(ids).toContain($(link).attr('href')?.slice(1));
  }
});

describe('The address of a quote', () => {
  const anchors = (letter: Letter, from: number, to: number): string => {
    const passage = letter.passages.find(({ sentences }) => sentences.length > 3);
    return passage ? quoteOf(letter, excerptOf(letter, passage, from, to)).anchor : '';
  };

  test('is a place in the page that shows just its words', () => {
    for (const letter of letters.slice(0, 5)) {
      const $ = open(letter);
      expect($(`[id="${anchors(letter, 1, 2)}"]`).attr('class')).toBe('s s2');
      expect($(`[id="${anchors(letter, 1, 3)}"]`).attr('class')).toBe('a2 z3');
    }
  });

  test('is that of the passage where all of it is quoted, and of what answers where that is marked', () => {
    const [letter] = letters;
    const passage = letter?.passages.find(({ sentences }) => sentences.length > 2);
    if (!letter || !passage) throw new Error('there is no such letter');
    const pageUrl = letterAddress('https://brieven.example/map', letter.id);
    expect(quoteOf(letter, passage).pageUrl).toBeNull();
    expect(quoteOf({ ...letter, pageUrl }, passage).pageUrl).toBe(
      `https://brieven.example/map/letters/${letter.id}/#${passage.id}`,
    );
    expect(quoteOf(letter, passage, { highlights: passage.sentences.slice(1, 2) }).anchor).toBe(`${passage.id}.2`);
  });
});

test('Letters lead to the one before and after, and to the other one about their meeting', () => {
  const pair = meetingsOf(letters).find((meeting) => lettersOf(meeting).length === 2);
  const [agenda, report] = pair ? lettersOf(pair) : [];
  if (!agenda || !report) throw new Error('there is no such pair');
  const ways = (letter: Letter, rel: string) => open(letter)(`nav a[rel="${rel}"]`).attr('href');
  expect(ways(agenda, 'related')).toBe(`../${report.id}/`);
  expect(ways(report, 'related')).toBe(`../${agenda.id}/`);
  expect(ways(report, 'prev')).toBe(`../${agenda.id}/`);
});

test('A number that was worked out leads to what is likely the official letter', () => {
  const link = (letter: Letter) => open(letter)('dl a').text();
  const inferred = letters.find(({ metadata }) => metadata.inferred.some(({ field }) => field === 'dossiers'));
  const stated = letters.find(({ metadata }) => metadata.url !== null);
  expect(inferred && link(inferred)).toBe('Vermoedelijk de officiële publicatie');
  expect(stated && link(stated)).toBe('Officiële publicatie');
});

test('Note marks lead to their notes', () => {
  const noted = letters.find(({ file }) => file === 'noten.txt');
  if (!noted) throw new Error('there is no such letter');
  const $ = open(noted);
  const notes = $('sup a')
    .map((_, mark) => $($(mark).attr('href') ?? '').text())
    .get();
  expect(notes).toHaveLength(2);
  expect(notes[0]).toContain('Kamerstuk 28 676');
  expect(notes[1]).toContain('Kamerstuk 29 521');
});

test('A page is made for everybody: language, one h1, headings in order, landmarks, in Dutch and English', () => {
  for (const [path, language] of pages.paths.flatMap(
    (at) =>
      [
        [at, 'nl'],
        [at, 'en'],
      ] as const,
  )) {
    const $ = load(pages.at(path, language) ?? '');
    expect($('html').attr('lang')).toBe(language);
    expect($('h1')).toHaveLength(1);
    expect($('main')).toHaveLength(1);
    const levels = $('h1, h2, h3')
      .map((_, it) => Number(it.tagName.slice(1)))
      .get();
    for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0), path).toBeLessThanOrEqual(1);
    if (path !== 'letters/') expect($('article').attr('lang')).toBe('nl');
    expect($('script, img, link, iframe')).toHaveLength(0);
  }
});

test('Nothing that a letter holds becomes markup, or turns the direction of text', () => {
  const [letter] = lettersFrom({ '<i>".txt': HOSTILE });
  if (!letter) throw new Error('no letter');
  const own = pagesOf({
    meetings: meetingsOf([{ ...letter, metadata: { ...letter.metadata, url: 'javascript:alert(1)' } }]),
  });
  for (const path of own.paths) {
    const page = own.at(path, 'nl') ?? '';
    const $ = load(page);
    expect($('script, img, svg, b, i, iframe, style + style')).toHaveLength(0);
    for (const element of $('*').get())
      expect(Object.keys($(element).attr() ?? {}).filter((name) => name.startsWith('on'))).toEqual([]);
    for (const link of $('a').get()) expect($(link).attr('href')).toMatch(/^(?:#|\.\.\/|[a-z2-7]+\/$)/);
    expect(page.replace(/\n/g, '')).not.toMatch(OBEYED);
  }
  expect(load(own.at(`letters/${letter.id}/`, 'nl') ?? '')('article').text()).toContain('<script>alert(1)</script>');
});

const HOSTILE = `Den Haag, 3 mei 2024

Betreft: <script>alert("onderwerp")</script>

"><img src=x onerror=alert(1)> boven zee

De minister zegde \u202eomgekeerd\u202c toe <script>alert(1)</script> dat het zo is.\u00b9 Zie </style></span></article><svg onload=alert(1)> en "onclick='alert(1)'".

' onmouseover='alert(1)
Nog een zin met &lt;b&gt; en <b>vet</b>.

De minister van Defensie
K.H. <i>Ollongren</i>

\u00b9 Kamerstuk <iframe src="javascript:alert(1)"></iframe>
`;
