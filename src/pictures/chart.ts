import type { Timeline } from '../answers/timeline/schema.ts';
import type { TextLanguage } from '../texts/dates.ts';
import { overviews } from '../texts/overviews.ts';
import { cutPlace } from '../whole-characters.ts';
import { type Bar, barsOf } from './bars.ts';

/** Pixels; Discord shows pictures about half as wide. */
const WIDTH = 960;
const HEIGHT = 400;
const PLOT = { left: 56, right: 24, top: 64, bottom: 64 } as const;
const COLOURS = { paper: '#ffffff', ink: '#1d2733', pale: '#d9dee5', bar: '#154273' } as const;
const WIDEST_BAR = 72;
const LONGEST_TITLE = 70;

/** How much each letter says about a subject, as an SVG picture of 960 by 400 pixels. */
export function timelineChart(
  { subject, volume }: Pick<Timeline, 'subject' | 'volume'>,
  language: TextLanguage,
): string {
  const bars = barsOf(volume, language);
  const top = niceTop(Math.max(1, ...bars.map(({ sentences }) => sentences)));
  const plot = { width: WIDTH - PLOT.left - PLOT.right, height: HEIGHT - PLOT.top - PLOT.bottom };
  const y = (value: number) => PLOT.top + plot.height * (1 - value / top);
  const title = overviews(language).timeline.chart(shorten(subject));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="Noto Sans" fill="${COLOURS.ink}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${COLOURS.paper}"/>`,
    text(PLOT.left, 36, title, 'font-size="22" font-weight="700"'),
    ...gridLines(top).map((value) => gridLine(value, y(value))),
    ...bars.flatMap((bar, at) => column(bar, at, plot.width / bars.length, y)),
    '</svg>',
  ].join('\n');
}

function column({ label, sentences }: Bar, at: number, room: number, y: (value: number) => number): string[] {
  const width = Math.min(WIDEST_BAR, room * 0.6);
  const middle = PLOT.left + (at + 0.5) * room;
  const size = room < 56 ? 12 : 15;
  return [
    `<rect x="${px(middle - width / 2)}" y="${px(y(sentences))}" width="${px(width)}" height="${px(y(0) - y(sentences))}" fill="${COLOURS.bar}"/>`,
    ...(sentences > 0
      ? [text(middle, y(sentences) - 8, String(sentences), 'font-size="16" text-anchor="middle"')]
      : []),
    ...label
      .split(' ')
      .map((line, i) => text(middle, y(0) + 24 + i * 18, line, `font-size="${size}" text-anchor="middle"`)),
  ];
}

function gridLine(value: number, y: number): string {
  const line = `<line x1="${PLOT.left}" x2="${WIDTH - PLOT.right}" y1="${px(y)}" y2="${px(y)}" stroke="${COLOURS.pale}"/>`;
  return line + text(PLOT.left - 10, y + 5, String(value), 'font-size="14" text-anchor="end"');
}

function text(x: number, y: number, words: string, attributes: string): string {
  return `<text x="${px(x)}" y="${px(y)}" ${attributes}>${escapeXml(words)}</text>`;
}

/** Four steps at most, each a whole number. */
function gridLines(top: number): number[] {
  const step = Math.ceil(top / 4);
  return Array.from({ length: Math.floor(top / step) + 1 }, (_, i) => i * step);
}

/** The next number that divides into four whole steps, or the number itself where it is small. */
function niceTop(most: number): number {
  return most <= 4 ? most : Math.ceil(most / 4) * 4;
}

function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function shorten(words: string): string {
  return words.length <= LONGEST_TITLE ? words : `${words.slice(0, cutPlace(words, LONGEST_TITLE - 1)).trimEnd()}…`;
}

/** Characters that XML does not allow are left out, those that mean something in it are written as entities. */
function escapeXml(words: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return words.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '').replace(/[&<>"]/g, (character) => entities[character] ?? '');
}
