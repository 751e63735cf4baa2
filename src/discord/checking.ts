import { LONGEST_DRAFT } from '../answers/check/check.ts';
import { checkTexts } from '../texts/check.ts';
import type { Context } from './context.ts';
import type { Outcome } from './interactions/outcome.ts';
import { checkMessage } from './messages/check.ts';
import { notice } from './messages/notice.ts';

/** Compares a draft with the letters, or says in a sentence why that can't be. */
export async function checkOutcome(draft: string, context: Context): Promise<Outcome> {
  const { empty, tooLong } = checkTexts(context.language);
  if (!/[\p{L}\p{N}]/u.test(draft)) return { message: notice(empty) };
  if (draft.length > LONGEST_DRAFT) return { message: notice(tooLong(draft.length, LONGEST_DRAFT)) };
  const check = await context.library.check(draft);
  return { message: checkMessage(check, context) };
}
