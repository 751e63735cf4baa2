import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../src/package-root.ts';

/** Writes THIRD_PARTY.md: every package that an installation without development tools brings, with its licence. */

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), license: z.string().optional(), dev: z.boolean().optional() }),
  ),
});

const HEAD = `# Third-party licences

Written by \`npm run licences\` from the lockfile: what \`npm ci --omit=dev\` may install, on any platform. \`npm run sbom\`
prints a CycloneDX software bill of materials of what is installed here. The bundled encoder descends from
multilingual-e5-small (MIT); its card, models/briefwijzer-encoder/README.md, has the rest.

| package | version | licence |
|---|---|---|
`;

/** @param lock the text of package-lock.json */
export function licences(lock: string): string {
  const { packages } = lockSchema.parse(JSON.parse(lock));
  const rows = Object.entries(packages)
    .filter(([where, { dev }]) => where !== '' && !dev)
    .map(([where, { version = '', license = 'not stated' }]) => {
      const name = where.slice(where.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return `| ${name} | ${version} | ${license} |`;
    });
  return `${HEAD}${[...new Set(rows)].sort().join('\n')}\n`;
}

if (process.argv[1]?.endsWith('licences.js')) {
  const root = packageRoot();
  const text = licences(await readFile(path.join(root, 'package-lock.json'), 'utf8'));
  await writeFile(path.join(root, 'THIRD_PARTY.md'), text);
  process.stdout.write(
    `THIRD_PARTY.md: ${text.split('\n').filter((line) => line.startsWith('| ')).length - 1} packages\n`,
  );
}
