import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../../src/package-root.ts';
import { Problem } from '../../src/problem.ts';

const FOLDER = path.join(packageRoot(), 'bench/peers');

/**
 * Installs what others search with into `bench/peers/node_modules`, from npm and by its lockfile, where it is not there.
 * @throws {Problem} when npm can't
 */
export function installPeers(): void {
  if (existsSync(path.join(FOLDER, 'node_modules'))) return;
  // Not npm ci: LanceDB's packages for other systems, which npm leaves out of a lockfile, would stop it.
  process.stderr.write('installing what others search with into bench/peers/node_modules\n');
  try {
    execFileSync('npm', ['install', '--no-save'], {
      cwd: FOLDER,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: withoutOurs(process.env),
    });
  } catch (cause) {
    throw new Problem(
      'The systems to compare with could not be installed in bench/peers: run "npm install --no-save" there.',
      {
        cause,
      },
    );
  }
}

/** `npm run` hands its own settings on, which would be taken for those of the other package. */
function withoutOurs(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^npm_(package|lifecycle|command)/.test(name)));
}

/**
 * A module that is installed there and nowhere else.
 * @template T what is used of it: its types are not there when this project is compiled
 */
export async function peerModule<T>(name: string): Promise<T> {
  const file = createRequire(path.join(FOLDER, 'package.json')).resolve(name);
  return (await import(pathToFileURL(file).href)) as T;
}
