/** A line of a chart: what one system takes at several sizes. */
export interface Line {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export interface Growth {
  readonly title: string;
  /** What the axes count: "letters", "seconds". */
  readonly across: string;
  readonly up: string;
  readonly lines: readonly Line[];
}

/** Units of the picture. A phone shows it about half as wide: nothing in it is written smaller than 24. */
const WIDTH = 640;
const PLOT = { left: 104, right: 32, top: 108, height: 360 } as const;
const KEY_ROW = 38;
const TEXT = 24;

/** Colours that people with any kind of sight tell apart (Okabe and Ito 2008), lighter ones where the page is dark. */
const COLOURS = [
  { light: '#005a9c', dark: '#56b4e9' },
  { light: '#b34700', dark: '#e69f00' },
  { light: '#00735a', dark: '#2fc79f' },
  { light: '#8a3a6b', dark: '#e3a3c8' },
  { light: '#6b6b00', dark: '#f0e442' },
  { light: '#444444', dark: '#bbbbbb' },
] as const;

/** How something grows: lines over two logarithmic axes, so that what grows alike runs alike. */
export function growthChart({ title, across, up, lines }: Growth): string {
  const xs = lines.flatMap(({ points }) => points.map(({ x }) => x));
  const ys = lines.flatMap(({ points }) => points.map(({ y }) => y));
  const [left, right] = [Math.log10(Math.min(...xs)), Math.log10(Math.max(...xs))];
  const [bottom, top] = [Math.floor(Math.log10(Math.min(...ys))), Math.ceil(Math.log10(Math.max(...ys)))];
  const width = WIDTH - PLOT.left - PLOT.right;
  const atX = (x: number) => PLOT.left + (right === left ? 0.5 : (Math.log10(x) - left) / (right - left)) * width;
  const atY = (y: number) => PLOT.top + (1 - (Math.log10(y) - bottom) / Math.max(1, top - bottom)) * PLOT.height;
  const floor = PLOT.top + PLOT.height;
  const height = floor + 88 + KEY_ROW * lines.length;
  const decades = Array.from({ length: top - bottom + 1 }, (_, i) => 10 ** (bottom + i));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="system-ui, sans-serif" font-size="${TEXT}">`,
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    `<rect class="paper" width="${WIDTH}" height="${height}"/>`,
    `<text x="24" y="44" font-weight="700" font-size="28">${escaped(title)}</text>`,
    `<text x="24" y="84">${escaped(up)}</text>`,
    ...decades.flatMap((y) => [
      `<line class="grid" x1="${PLOT.left}" x2="${WIDTH - PLOT.right}" y1="${px(atY(y))}" y2="${px(atY(y))}"/>`,
      `<text x="${PLOT.left - 12}" y="${px(atY(y) + 8)}" text-anchor="end">${short(y)}</text>`,
    ]),
    ...[...new Set(xs)].map((x) => `<text x="${px(atX(x))}" y="${floor + 34}" text-anchor="middle">${short(x)}</text>`),
    `<text x="${WIDTH - PLOT.right}" y="${floor + 66}" text-anchor="end">${escaped(across)}</text>`,
    ...lines.flatMap(({ name, points }, i) => [
      `<polyline class="line c${i % COLOURS.length}" points="${points.map(({ x, y }) => `${px(atX(x))},${px(atY(y))}`).join(' ')}"/>`,
      ...points.map(({ x, y }) => mark(i, atX(x), atY(y))),
      mark(i, 44, floor + 100 + KEY_ROW * i - 8),
      `<text x="68" y="${floor + 100 + KEY_ROW * i}">${escaped(name)}</text>`,
    ]),
    '</svg>',
    '',
  ].join('\n');
}

const STYLE = [
  'text{fill:#1d2733}.paper{fill:#fff}.grid{stroke:#d9dee5}.line{fill:none;stroke-width:4}',
  ...COLOURS.map(({ light }, i) => `.c${i}{stroke:${light}}.m${i}{fill:${light}}`),
  '@media(prefers-color-scheme:dark){text{fill:#e6edf3}.paper{fill:#0d1117}.grid{stroke:#30363d}',
  ...COLOURS.map(({ dark }, i) => `.c${i}{stroke:${dark}}.m${i}{fill:${dark}}`),
  '}',
].join('');

/** Each line has a shape of its own beside its colour: circle, square, triangle, diamond, and again but hollow. */
function mark(line: number, x: number, y: number): string {
  const style = line % COLOURS.length;
  const hollow = line >= 4 ? `paper c${style}" stroke-width="4` : `m${style}`;
  const corners = [null, [-8, -8, 8, -8, 8, 8, -8, 8], [-10, 8, 10, 8, 0, -10], [0, -11, 11, 0, 0, 11, -11, 0]][
    line % 4
  ];
  if (!corners) return `<circle class="${hollow}" cx="${px(x)}" cy="${px(y)}" r="9"/>`;
  const points = corners.map((value, i) => px(value + (i % 2 === 0 ? x : y)));
  return `<polygon class="${hollow}" points="${points.join(' ')}"/>`;
}

function short(value: number): string {
  if (value >= 1e6) return `${value / 1e6}M`;
  return value >= 1e3 ? `${value / 1e3}k` : String(Number(value.toPrecision(3)));
}

function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
