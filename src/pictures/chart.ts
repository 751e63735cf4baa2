import type { Timeline } from '../answers/timeline/schema.ts';
import type { TextLanguage } from '../texts/dates.ts';
import { overviews } from '../texts/overviews.ts';
import { cutPlace } from '../whole-characters.ts';
import { type Bar, barsOf } from './bars.ts';

/** Pixels. A phone shows a picture about half as wide: nothing in it is written smaller than 24. */
const WIDTH = 640;
const ROW = 46;
const PLOT = { left: 190, right: 64, top: 100, bottom: 20 } as const;
const COLOURS = { paper: '#ffffff', ink: '#1d2733', pale: '#d9dee5', bar: '#154273' } as const;
const BAR = 28;
const LONGEST_TITLE = 36;

/** How much each letter says about a subject: an SVG picture 640 pixels wide, a bar a letter, oldest first. */
export function timelineChart(
  { subject, volume }: Pick<Timeline, 'subject' | 'volume'>,
  language: TextLanguage,
): string {
  const bars = barsOf(volume, language);
  const most = Math.max(1, ...bars.map(({ sentences }) => sentences));
  const height = PLOT.top + ROW * bars.length + PLOT.bottom;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="Noto Sans" fill="${COLOURS.ink}">`,
    `<rect width="${WIDTH}" height="${height}" fill="${COLOURS.paper}"/>`,
    text(24, 44, shorten(subject), 'font-size="28" font-weight="700"'),
    text(24, 80, overviews(language).timeline.counted, 'font-size="24"'),
    `<line x1="${PLOT.left}" x2="${PLOT.left}" y1="${PLOT.top}" y2="${height - PLOT.bottom}" stroke="${COLOURS.pale}" stroke-width="2"/>`,
    ...bars.flatMap((bar, at) => row(bar, PLOT.top + (at + 0.5) * ROW, most)),
    '</svg>',
  ].join('\n');
}

function row({ label, sentences }: Bar, middle: number, most: number): string[] {
  const width = ((WIDTH - PLOT.left - PLOT.right) * sentences) / most;
  return [
    text(PLOT.left - 14, middle + 8, label, 'font-size="24" text-anchor="end"'),
    `<rect x="${PLOT.left}" y="${px(middle - BAR / 2)}" width="${px(width)}" height="${BAR}" fill="${COLOURS.bar}"/>`,
    text(PLOT.left + width + 10, middle + 8, String(sentences), 'font-size="24"'),
  ];
}

function text(x: number, y: number, words: string, attributes: string): string {
  return `<text x="${px(x)}" y="${px(y)}" ${attributes}>${escapeXml(words)}</text>`;
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
