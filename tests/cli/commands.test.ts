import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createProgram } from '../../src/cli/program.ts';
import { packageRoot } from '../../src/package-root.ts';
import { runCli } from '../support/run-cli.ts';
import { silentTerminal } from '../support/silent-terminal.ts';

const commands = createProgram(silentTerminal()).commands.map((command) => command.name());
const read = (file: string) => readFile(path.join(packageRoot(), file), 'utf8');

describe('The command', () => {
  test.each(commands)('%s explains itself, within the width', async (command) => {
    const { code, stdout } = await runCli([command, '--help'], { env: { COLUMNS: '70' } });
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: briefwijzer ${command}`);
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(70);
  });

  test.each(commands)('%s runs as npm run, and stands in the README', async (command) => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(await read('package.json')));
    expect(scripts[command]).toMatch(new RegExp(`^node .*dist/src/cli/briefwijzer\\.js ${command}$`));
    expect(await read('README.md')).toMatch(new RegExp(`^\\|.*\`${command}[ \`]`, 'm'));
  });
});

test('Without a command they are listed', async () => {
  const { stdout } = await runCli(['--help']);
  for (const command of commands) expect(stdout).toContain(`  ${command}`);
});
