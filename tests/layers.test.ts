import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../src/package-root.ts';

/** A folder imports from itself and from those further to the left; those in one row do not know each other. */
const LAYERS = [
  // The files of src itself: a few lines that every folder may need.
  ['src'],
  ['src/letters', 'src/encoder', 'src/config', 'src/lock', 'src/local-discord'],
  ['src/texts', 'src/retrieval', 'src/intake'],
  ['src/indexing', 'src/answers'],
  ['src/pictures', 'src/web', 'src/export'],
  ['src/discord'],
  ['commands', 'src/preview', 'src/database'],
  ['src/cli'],
];

/** What only some folders or files know, whatever stands to their left. */
const ONLY_IN: Readonly<Record<string, readonly string[]>> = {
  'discord.js': ['src/discord', 'commands'],
  'hnswlib-node': ['src/retrieval/vector/hnsw.ts'],
  pg: ['src/database/connection.ts'],
  '@xenova/transformers': ['src/encoder/model-files.ts'],
  // Everything else is handed a configuration or an environment.
  'process.env': ['src/cli/terminal/terminal.ts', 'src/encoder/location.ts', 'src/local-discord/server.ts'],
  // Each reader of a format is known where the format is read.
  cheerio: ['src/intake/formats', 'src/intake/services/sru.ts'],
  mammoth: ['src/intake/formats/docx.ts'],
  unpdf: ['src/intake/pdf'],
  hono: ['src/web'],
  docx: ['src/export/word.ts'],
  'prom-client': ['src/discord/health/metrics.ts'],
  diff: ['src/answers/check/compare.ts'],
  'src/database': ['src/database', 'src/cli'],
  'src/encoder': ['src/encoder', 'src/retrieval', 'src/indexing', 'src/database', 'src/cli'],
  'src/indexing': ['src/indexing', 'src/database', 'src/cli'],
  'src/intake': ['src/intake', 'src/cli'],
  'src/local-discord': ['src/local-discord', 'src/preview'],
  'src/preview': ['src/preview', 'src/cli'],
};

interface Source {
  readonly file: string;
  /** Files of the project, as paths from its root, and packages. */
  readonly imports: readonly string[];
  readonly text: string;
}

const sources: readonly Source[] = ['src', 'commands'].flatMap((folder) =>
  readdirSync(path.join(packageRoot(), folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readSource(path.posix.join(folder, name.split(path.sep).join('/')))),
);

function readSource(file: string): Source {
  const text = readFileSync(path.join(packageRoot(), file), 'utf8');
  const named = [...text.matchAll(/(?:^(?:import|export)\s[^;'"]*|\bimport\(|require\(.*\)\()\s*'([^'\n]+)'/gm)];
  const imports = named.map(([, name = '']) =>
    name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name,
  );
  return { file, imports, text };
}

/** The layer's number of a file of the project; undefined for a package. */
function layerOf(file: string): { readonly row: number; readonly folder: string } | undefined {
  const folder = file.startsWith('commands/')
    ? 'commands'
    : file.split('/').length > 2
      ? file.split('/', 2).join('/')
      : 'src';
  const row = LAYERS.findIndex((folders) => folders.includes(folder));
  return row < 0 ? undefined : { row, folder };
}

const lies = (file: string, where: string) => file === where || file.startsWith(`${where}/`);

test('Every file lies in a layer, and imports from its own folder and from layers to the left', () => {
  expect(sources.length).toBeGreaterThan(200);
  const wrong = sources.flatMap(({ file, imports }) => {
    const own = layerOf(file);
    if (!own) return [`${file} lies in no layer`];
    const others = imports.filter((name) => name.endsWith('.ts'));
    return others
      .filter((name) => {
        const other = layerOf(name);
        return !other || (other.folder !== own.folder && other.row >= own.row);
      })
      .map((name) => `${file} imports ${name}`);
  });
  expect(wrong).toEqual([]);
});

describe('Nobody else knows', () => {
  test.each(Object.entries(ONLY_IN))('%s', (known, places) => {
    const knowing = sources.filter(({ imports, text }) =>
      known === 'process.env' ? text.includes('process.env') : imports.some((name) => lies(name, known)),
    );
    expect(knowing.length).toBeGreaterThan(0);
    const others = knowing.filter(({ file }) => !places.some((place) => lies(file, place)));
    expect(others.map(({ file }) => file)).toEqual([]);
  });
});

test('Nobody loads the whole of cheerio: the undici in it takes over the requests of discord.js, whose files then fail', () => {
  expect(sources.filter(({ imports }) => imports.includes('cheerio')).map(({ file }) => file)).toEqual([]);
});
