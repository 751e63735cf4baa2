import { parseArgs } from 'node:util';
import { z } from 'zod';
import { Problem } from '../../src/problem.ts';

export const PARTS = ['job', 'question', 'bot'] as const;

const USAGE = `npm run bench [-- --quick] measures the index job, questions and the bot beside what others use.
  --quick            a few minutes: small corpora, few rounds
  --parts LIST       some of ${PARTS.join(',')}
  --letters LIST     sizes of the index job, in letters of 40 paragraphs
  --without-encoder LIST  sizes of the index job with stand-ins for the encoder's vectors
  --asked LIST       sizes of the corpora that are asked, in letters
  --questions N      how many questions are asked of each
  --rounds N         rounds of the index job
  --quality FILE     questions with quotes that answer them (as npm run eval reads them), for hit rates beside the times
  --corpora DIR      a folder that holds laws/paragraphs.nl.txt.gz (../shared/corpora)
  --write            puts tables, figures and pictures into bench/results`;

const list = z
  .string()
  .regex(/^\d+(,\d+)*$/)
  .transform((text) => text.split(',').map(Number));
const count = z.coerce.number().int().min(1);

const optionsSchema = z.object({
  quick: z.boolean(),
  parts: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(PARTS))),
  letters: list,
  'without-encoder': list,
  asked: list,
  questions: count,
  rounds: count,
  quality: z.string().optional(),
  corpora: z.string(),
  write: z.boolean(),
});

export type Options = z.infer<typeof optionsSchema>;

const WHOLE = {
  parts: PARTS.join(','),
  letters: '5,50',
  'without-encoder': '5,500,2500',
  asked: '25,250,2500',
  questions: '1000',
  rounds: '3',
};
const QUICK = { ...WHOLE, letters: '5', 'without-encoder': '5,50', asked: '25', questions: '100', rounds: '2' };

/** @throws {Problem} that says what can be measured, where something is not understood */
export function readOptions(args: readonly string[]): Options {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        quick: flag,
        write: flag,
        parts: text,
        letters: text,
        'without-encoder': text,
        asked: text,
        questions: text,
        rounds: text,
        quality: text,
        corpora: { ...text, default: '../shared/corpora' },
      },
    });
    return optionsSchema.parse({ ...(values.quick ? QUICK : WHOLE), ...values });
  } catch (error) {
    const what = error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : '';
    throw new Problem(`${what}\n${USAGE}`);
  }
}
