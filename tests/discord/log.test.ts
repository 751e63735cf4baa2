import { DiscordAPIError } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { createLog } from '../../src/discord/log.ts';

const TOKEN = 'MTIzNDU2.local.token';
const INTERACTION = 'aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDEyMzQ1Njc4OmFiYw';

function logging(run: (log: ReturnType<typeof createLog>) => void, LOG_LEVEL: 'info' | 'debug' = 'info'): string[] {
  const lines: string[] = [];
  run(createLog({ LOG_LEVEL, DISCORD_TOKEN: TOKEN }, { write: (line) => void lines.push(line) }));
  return lines;
}

describe('the log', () => {
  test('is one JSON object a line, from its level on', () => {
    const lines = logging((log) => {
      log.debug({}, 'not shown');
      log.info({ ms: 3 }, 'shown');
    });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ level: 30, ms: 3, msg: 'shown' }]);
  });

  test('holds no token, wherever it stands', () => {
    const url = `https://discord.com/api/v10/webhooks/123456789012345678/${INTERACTION}/messages/@original`;
    const body = { body: { content: 'wat iemand vroeg' } };
    const error = new DiscordAPIError({ code: 50035, message: `bad ${TOKEN}` }, 50035, 400, 'PATCH', url, body);
    const [line = ''] = logging((log) => log.error({ error, url, header: `Bot ${TOKEN}` }, `at ${url}`));
    expect(line).not.toContain(TOKEN);
    expect(line).not.toContain(INTERACTION);
    expect(line).not.toContain('wat iemand vroeg');
    expect(JSON.parse(line).error).toMatchObject({ code: 50035, status: 400, name: 'DiscordAPIError[50035]' });
  });

  test('holds no address of a database', () => {
    const [line = ''] = logging((log) =>
      log.error({ error: new Error('at "postgresql://bot:geheim@db.intern:5432/brieven?sslmode=require"') }, 'odd'),
    );
    expect(line).not.toMatch(/geheim|db\.intern|sslmode/);
    expect(JSON.parse(line).error.message).toBe('at "postgresql://[secret]"');
  });

  test('is read from each place once, however long a line is', () => {
    const long = 'a-'.repeat(200_000);
    const [line = ''] = logging((log) =>
      log.warn({ long, token: `x${'a'.repeat(30)}.abcdef.${'b'.repeat(30)}-` }, 'odd'),
    );
    expect(JSON.parse(line)).toMatchObject({ long, token: '[secret]' });
  });

  test('holds nothing that a terminal obeys', () => {
    const [line = ''] = logging((log) => log.warn({ title: '\u009b2J\u202e' }, 'odd'));
    expect(line).toContain('"\\u009b2J\\u202e"');
    expect(JSON.parse(line).title).toBe('\u009b2J\u202e');
  });

  test('takes anything that was thrown', () => {
    const [line = ''] = logging((log) => log.warn({ error: 'just words' }, 'odd'));
    expect(JSON.parse(line).error).toEqual({ message: 'just words' });
  });
});
