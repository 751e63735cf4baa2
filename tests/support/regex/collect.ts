import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAst } from 'vitest/node';
import { packageRoot } from '../../../src/package-root.ts';

/** A regular expression of the program, and where it stands: "src/letters/joins.ts:12". */
export interface Found {
  readonly pattern: RegExp;
  readonly where: string;
}

/** Every regular expression that the source writes as a literal, and every one that its modules compose when they load. */
export async function regularExpressions(folders: readonly string[]): Promise<Found[]> {
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(packageRoot(), folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
      .map((name) => path.join(folder, name)),
  );
  const found: Found[] = [];
  for (const file of files) {
    const source = readFileSync(path.join(packageRoot(), file), 'utf8');
    for (const { regex, start } of literalsIn(parseAst(source, { lang: 'ts' }))) {
      const line = source.slice(0, start).split('\n').length;
      found.push({ pattern: new RegExp(regex.pattern, regex.flags), where: `${file}:${line}` });
    }
    if (source.includes('new RegExp(')) found.push(...(await composedBy(file)));
  }
  return found;
}

interface Literal {
  readonly regex: { readonly pattern: string; readonly flags: string };
  readonly start: number;
}

function literalsIn(node: unknown): Literal[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('regex' in node) return [node as Literal];
  return Object.values(node).flatMap(literalsIn);
}

/** What a module makes with `new RegExp` while it loads; it must not have been loaded before. */
async function composedBy(file: string): Promise<Found[]> {
  const found: Found[] = [];
  const original = RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct(_, [source, flags]: [string | RegExp, string?]) {
      const pattern = new original(source, flags);
      // Also those of modules that this one loads, whichever comes first.
      found.push({ pattern, where: file });
      return pattern;
    },
  });
  try {
    await import(path.join(packageRoot(), file));
  } finally {
    globalThis.RegExp = original;
  }
  return found;
}
