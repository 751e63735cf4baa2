import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigProblem, readConfig } from '../../src/config/config.ts';
import { environmentSchema } from '../../src/config/environment.ts';

const TOKEN = 'MTIzNDU2Nzg5.abcdef.ghijkl-mnop_qrst';

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigProblem) return error.problems;
    throw error;
  }
  return [];
}

describe('readConfig', () => {
  test('an empty environment gives the defaults', () => {
    expect(readConfig({})).toEqual({
      LETTERS_DIR: 'seeds',
      INDEX_DIR: 'index',
      DATA_DIR: 'data',
      FEEDBACK_USER_IDS: false,
      FEEDBACK_DAYS: 365,
      LOG_LEVEL: 'info',
      LOG_QUESTIONS: false,
      DEFAULT_LANGUAGE: 'nl',
      USER_RATE_LIMIT: 20,
      GUILD_RATE_LIMIT: 200,
      INDEX_POLL_SECONDS: 10,
      WEB_HOST: '127.0.0.1',
      HEALTH_HOST: '127.0.0.1',
      WATCHDOG_MINUTES: 5,
      SHARDS: 0,
      SHARD_COUNT: 1,
      DISCORD_API: 'https://discord.com/api',
      ODATA_URL: 'https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0',
      SRU_URL: 'https://repository.overheid.nl/sru',
      FETCH_RATE: 1,
    });
  });

  test('an empty variable counts as not given', () => {
    expect(readConfig({ LOG_LEVEL: '', USER_RATE_LIMIT: '  ', DISCORD_TOKEN: '' })).toEqual(readConfig({}));
  });

  test('given values are read, white space and capitals aside', () => {
    const config = readConfig({
      DISCORD_TOKEN: ` ${TOKEN} `,
      LOG_LEVEL: 'DEBUG',
      LOG_QUESTIONS: 'Yes',
      ANSWER_THRESHOLD: '0.25',
      USER_RATE_LIMIT: '3',
      DEFAULT_LANGUAGE: 'EN',
    });
    expect(config).toMatchObject({
      DISCORD_TOKEN: TOKEN,
      LOG_LEVEL: 'debug',
      LOG_QUESTIONS: true,
      ANSWER_THRESHOLD: 0.25,
      USER_RATE_LIMIT: 3,
      DEFAULT_LANGUAGE: 'en',
    });
  });

  test('owners are ids with commas, and nothing else', () => {
    expect(readConfig({ OWNER_IDS: '100000000000000001, 100000000000000002' }).OWNER_IDS).toEqual([
      '100000000000000001',
      '100000000000000002',
    ]);
    expect(problemsOf({ OWNER_IDS: '100000000000000001, ada' })).toHaveLength(1);
  });

  test('dossiers are numbers with commas, and nothing else', () => {
    expect(readConfig({ FOLLOW: '28676, 21 501-28 ,36600-XV' }).FOLLOW).toEqual(['28676', '21 501-28', '36600-XV']);
    expect(problemsOf({ FOLLOW: '28676; 21501' })).toEqual([
      'FOLLOW must be dossiers with commas, as 28676,21501-28, not "28676; 21501".',
    ]);
  });

  test('every problem is reported at once, one sentence each', () => {
    expect(
      problemsOf({
        DISCORD_APPLICATION_ID: '12',
        LOG_LEVEL: 'loud',
        LOG_QUESTIONS: 'maybe',
        ANSWER_THRESHOLD: '2',
        USER_RATE_LIMIT: '1.5',
        DISCORD_API: 'ftp://x',
      }),
    ).toEqual([
      'DISCORD_APPLICATION_ID must be a Discord id of 17 to 20 digits, not "12".',
      'ANSWER_THRESHOLD must be a number from 0 to 1, not "2".',
      'LOG_LEVEL must be fatal, error, warn, info, debug, trace or silent, not "loud".',
      'LOG_QUESTIONS must be 1 or 0, not "maybe".',
      'USER_RATE_LIMIT must be a whole number from 1 to 1000, not "1.5".',
      'DISCORD_API must be an http(s) address, not "ftp://x".',
    ]);
  });

  test.each(['DISCORD_TOKEN', 'DATABASE_URL'])('a malformed %s is not repeated', (name) => {
    const [problem] = problemsOf({ [name]: 'almost-a-secret' });
    expect(problem).toContain(`${name} must be`);
    expect(problem).not.toContain('almost-a-secret');
  });
});

describe('A process that serves a part of the servers', () => {
  const env = { SHARDS: '1', SHARD_COUNT: '2', DATA_DIR: 'kept', HEALTH_PORT: '9464', WEB_PORT: '8080' };

  test('has a folder and a port of its own, and leaves the pages to the first', () => {
    const { WEB_PORT, ...config } = readConfig(env);
    expect(config).toMatchObject({ DATA_DIR: path.join('kept', 'shard-1'), HEALTH_PORT: 9465 });
    expect(WEB_PORT).toBeUndefined();
    expect(readConfig({ ...env, SHARDS: '0' })).toMatchObject({ HEALTH_PORT: 9464, WEB_PORT: 8080 });
    expect(readConfig({ DATA_DIR: 'kept', SHARDS: '0', SHARD_COUNT: '1' }).DATA_DIR).toBe('kept');
  });

  test('follows no dossiers: each of them would', () => {
    expect(problemsOf({ ...env, FOLLOW: '28676' })).toEqual([
      expect.stringContaining('FOLLOW is for a bot in one process'),
    ]);
  });
});

describe('.env.example', () => {
  const lines = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8').split('\n');
  const assignments = lines.filter((line) => /^[A-Z_]+=/.test(line)).map((line) => line.split('=', 2));

  test('names every variable, in order', () => {
    expect(assignments.map(([name]) => name)).toEqual(Object.keys(environmentSchema.shape));
  });

  test('shows the defaults', () => {
    expect(readConfig(Object.fromEntries(assignments))).toEqual(readConfig({}));
  });

  test('explains each variable or the one above it', () => {
    for (const [index, line] of lines.entries())
      if (/^[A-Z_]+=/.test(line)) expect(lines[index - 1], line).toMatch(/^#|^USER_RATE_LIMIT=/);
  });
});
