import { z } from 'zod';
import { type FeedbackStore, feedbackSchema } from '../discord/stores/feedback.ts';
import type { Database } from './connection.ts';

/** Verdicts kept: about as many as two files hold. */
const MOST = 20_000;

const rowSchema = z.object({ said: z.unknown() });
const numberedSchema = rowSchema.extend({ number: z.coerce.string() });

/** What readers said of answers, kept in a database for several processes; the oldest beyond `most` are forgotten. */
export function openDatabaseFeedback(database: Database, most = MOST): FeedbackStore {
  return {
    async add(feedback) {
      await database.run('INSERT INTO briefwijzer.feedback (said) VALUES ($1)', [JSON.stringify(feedback)]);
      await database.run(
        'DELETE FROM briefwijzer.feedback WHERE number <= (SELECT max(number) - $1 FROM briefwijzer.feedback)',
        [most],
      );
    },
    async read() {
      const rows = await database.rows(rowSchema, 'SELECT said FROM briefwijzer.feedback ORDER BY number');
      const feedback = rows.flatMap(({ said }) => feedbackSchema.safeParse(said).data ?? []);
      return { feedback, broken: rows.length - feedback.length };
    },
    async forget(which) {
      const rows = await database.rows(numberedSchema, 'SELECT number, said FROM briefwijzer.feedback');
      const numbers = rows.flatMap(({ number, said }) => {
        const feedback = feedbackSchema.safeParse(said).data;
        return feedback === undefined || which(feedback) ? [number] : [];
      });
      await database.run('DELETE FROM briefwijzer.feedback WHERE number = ANY($1::bigint[])', [numbers]);
      return numbers.length;
    },
  };
}
