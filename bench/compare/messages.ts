import { z } from 'zod';

/** What the bench asks of the process of a system. */
export const requestSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('build'), lettersDir: z.string(), indexDir: z.string() }),
  z.object({ do: z.literal('open'), lettersDir: z.string(), indexDir: z.string() }),
  z.object({ do: z.literal('ask'), questions: z.array(z.string()), k: z.int() }),
]);

export type Request = z.infer<typeof requestSchema>;

const placeSchema = z.object({ file: z.string(), start: z.int(), end: z.int() });

const costSchema = z.object({
  ms: z.number(),
  /** Of the processor, all threads together. */
  cpuMs: z.number(),
});

const answeredSchema = costSchema.extend({
  places: z.array(placeSchema),
  stages: z.record(z.string(), z.number()).optional(),
});

export const replySchema = z.union([
  z.object({ failed: z.string() }),
  costSchema.extend({
    /** Most memory that the process ever had resident. */
    peakBytes: z.number(),
    /** Letters in the index, where one was built. */
    letters: z.int().optional(),
    /** Of each question, in order. */
    answers: z.array(answeredSchema).optional(),
  }),
]);

export type Reply = z.infer<typeof replySchema>;
export type Cost = z.infer<typeof costSchema>;
export type Answered = z.infer<typeof answeredSchema>;
