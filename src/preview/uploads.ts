import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { bytesWithin } from '../bytes-within.ts';
import type { LocalDiscord } from '../local-discord/index.ts';
import { channelOf, personOf } from './acting.ts';
import { PEOPLE, PLACES, type UploadResult } from './protocol.ts';

/** Discord takes so much of anybody, in bytes; what the bot takes is for the bot to say. */
const LARGEST = 10 * 1024 * 1024 + 1024;

const querySchema = z.object({
  as: z.enum(PEOPLE),
  at: z.enum(PLACES).default('channel'),
  name: z.string().min(1).max(260),
});

/** Takes a file that somebody chose or dropped in the page; a command then names it by its id. */
export async function takeUpload(
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
  discord: LocalDiscord | null,
): Promise<void> {
  // A page from elsewhere can post here, but never this kind without asking first.
  if (request.headers['content-type'] !== 'application/octet-stream') return void response.writeHead(415).end();
  const asked = querySchema.safeParse(Object.fromEntries(query)).data;
  if (!asked || !discord) return void response.writeHead(asked ? 503 : 400).end();
  // One that breaks off is as little use as one that is too large.
  const bytes = await bytesWithin(request, LARGEST).catch(() => null);
  if (bytes === null) return void response.writeHead(413, { connection: 'close' }).end();
  const { as: person, at: place, name } = asked;
  const channel = channelOf(discord, { person, place });
  const { id } = discord.people.upload({ name, bytes }, { user: personOf(discord, person), channel });
  const result: UploadResult = { id };
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
}
