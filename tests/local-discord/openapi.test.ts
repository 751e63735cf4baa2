import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LocalDiscord } from '../../src/local-discord/index.ts';
import { loadOpenApi, type OpenApi } from '../../src/local-discord/judge/openapi.ts';

const EDIT = '/webhooks/1234567890123456789/token/messages/@original';
const CALLBACK = '/interactions/1234567890123456789/token/callback';

/** A document of the same shape as Discord's, as small as it can be. */
const schema = (name: string) => ({
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
});
const tagged = (type: number, properties: object) => ({
  type: 'object',
  required: ['type', ...Object.keys(properties)],
  properties: { type: { type: 'integer', enum: [type] }, ...properties },
});
const small = {
  openapi: '3.1.0',
  paths: {
    '/webhooks/{webhook_id}/{webhook_token}/messages/@original': {
      patch: { requestBody: schema('Edit'), responses: { 200: schema('Message') } },
    },
    '/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}': { patch: { requestBody: schema('Message') } },
  },
  components: {
    schemas: {
      Edit: {
        type: 'object',
        properties: {
          content: { type: 'string', maxLength: 3 },
          components: {
            type: 'array',
            items: { oneOf: [{ $ref: '#/components/schemas/Text' }, { $ref: '#/components/schemas/Line' }] },
          },
        },
      },
      Text: tagged(10, { content: { type: 'string' } }),
      Line: tagged(14, { spacing: { type: 'integer' } }),
      Message: { type: 'object', required: ['id'], properties: { id: { type: 'string', format: 'snowflake' } } },
      ErrorResponse: { type: 'object', required: ['code'] },
    },
  },
};

describe('a judge by an OpenAPI document', () => {
  let folder: string;
  let judge: OpenApi;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'openapi-'));
    await writeFile(join(folder, 'small.json'), JSON.stringify(small));
    judge = await loadOpenApi(join(folder, 'small.json'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('takes the path with the most literal parts', () => {
    expect(judge.requestProblems('PATCH', EDIT, { content: 'abc' })).toEqual([]);
    expect(judge.requestProblems('PATCH', EDIT, { content: 'abcd' })).toEqual([expect.stringContaining('/content')]);
    expect(judge.requestProblems('PATCH', '/webhooks/1/t/messages/2', {})).toEqual([expect.stringContaining('id')]);
    expect(judge.requestProblems('PATCH', '/nowhere', {})).toEqual(['no such path: PATCH /nowhere']);
  });

  it('tells only what is wrong with the branch of a union that was meant', () => {
    const problems = judge.requestProblems('PATCH', EDIT, { components: [{ type: 10, content: 1 }] });
    expect(problems[0]).toContain('/components/0/content must be string');
    expect(problems.join()).not.toContain('spacing');
    expect(judge.requestProblems('PATCH', EDIT, { components: [{ type: 99 }] })).not.toEqual([]);
  });

  it('judges answers by their status', () => {
    expect(judge.responseProblems('PATCH', EDIT, 200, { id: '123' })).toEqual([]);
    expect(judge.responseProblems('PATCH', EDIT, 200, { id: 'abc' })).toEqual([expect.stringContaining('snowflake')]);
    expect(judge.responseProblems('PATCH', EDIT, 404, {})).toEqual([expect.stringContaining('code')]);
  });
});

const document = process.env.DISCORD_OPENAPI;

describe(
  document ? "Discord's own document" : "Discord's own document: not judged by, DISCORD_OPENAPI names no file",
  () => {
    it('is named in one line when the local Discord starts', async () => {
      const discord = await LocalDiscord.start();
      expect(discord.judging).toContain(document ? 'OpenAPI document' : 'DISCORD_OPENAPI names no file');
      expect(discord.judging).not.toContain('\n');
      await discord.stop();
    });

    it('a file that cannot be read is an error', async () => {
      await expect(LocalDiscord.start({ openApi: '/nowhere/openapi.json' })).rejects.toThrow('ENOENT');
    });

    if (document) {
      it.each<[string, string, string, unknown, RegExp | null]>([
        ['a good edit', 'PATCH', EDIT, { flags: 32768, components: [{ type: 10, content: 'a' }] }, null],
        ['too long a text', 'PATCH', EDIT, { content: 'x'.repeat(2001) }, /content must NOT have more than 2000/],
        [
          'too many choices',
          'POST',
          CALLBACK,
          { type: 8, data: { choices: Array(26).fill({ name: 'n', value: 'v' }) } },
          /25/,
        ],
        ['a section without accessory', 'PATCH', EDIT, { components: [{ type: 9, components: [] }] }, /accessory/],
        ['a text without content', 'PATCH', EDIT, { components: [{ type: 10 }] }, /content/],
      ])('judges %s', async (_, method, path, body, problem) => {
        const problems = (await loadOpenApi(document)).requestProblems(method, path, body).join('\n');
        if (problem) expect(problems).toMatch(problem);
        else expect(problems).toBe('');
      });
    }
  },
);
