import { createHash, randomBytes } from 'node:crypto';

/** Nobody can tell from a verdict's id who gave it; after a restart the same reader's is another. */
const SALT = randomBytes(16);

/** What stands for one reader's verdict on one answer. */
export function verdictId(messageId: string, userId: string): string {
  return createHash('sha256').update(SALT).update(`${messageId}:${userId}`).digest('hex').slice(0, 16);
}
