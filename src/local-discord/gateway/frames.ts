import { z } from 'zod';

/** What a client may send, by its operation number; `null` for what is not understood. */
const frame = z.discriminatedUnion('op', [
  z.object({ op: z.literal(1), d: z.int().nullish() }),
  z.object({
    op: z.literal(2),
    d: z.object({
      token: z.string(),
      intents: z.int(),
      properties: z.looseObject({}),
      shard: z.tuple([z.int(), z.int()]).optional(),
    }),
  }),
  z.object({ op: z.literal(3), d: z.unknown() }),
  z.object({ op: z.literal(4), d: z.unknown() }),
  z.object({ op: z.literal(6), d: z.object({ token: z.string(), session_id: z.string(), seq: z.int() }) }),
  z.object({ op: z.literal(8), d: z.unknown() }),
]);

export type Frame = z.output<typeof frame>;
export type Identify = Extract<Frame, { op: 2 }>['d'];
export type Resume = Extract<Frame, { op: 6 }>['d'];

/** A connection as the session it serves sees it. */
export interface Line {
  send(payload: { op: number; d?: unknown }): void;
  close(code: number, reason: string): void;
  /** Ends the connection without a closing frame. */
  cut(): void;
}

export function readFrame(text: string): Frame | null {
  try {
    return frame.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
