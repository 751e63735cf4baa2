import { createHmac } from 'node:crypto';

/**
 * What stands for one reader's verdict on one answer: the same after a restart, so that it can still be changed.
 * @param secret without which nobody can tell from it who gave the verdict: the bot's token
 */
export function verdictId(messageId: string, userId: string, secret: string): string {
  return createHmac('sha256', secret).update(`verdict ${messageId}:${userId}`).digest('hex').slice(0, 16);
}
