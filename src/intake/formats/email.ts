import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { LIMITS } from '../limits.ts';
import { IntakeProblem } from '../problems.ts';
import type { Converted, Facts, SourceFile } from '../types.ts';
import { hasReadableName } from './detect.ts';
import { readPage } from './html.ts';

export interface OpenedMail {
  /** Attached files that can hold a letter. */
  readonly attachments: readonly SourceFile[];
  /** The e-mail's own text, for one that has no such attachments. */
  readonly body: Converted;
  /** What its header says of that text: of when it was sent, not of the letter that it may hold. */
  readonly known: Facts;
}

/**
 * Opens an e-mail. The letter is what is attached; where nothing is, the e-mail itself.
 *
 * @throws IntakeProblem where it cannot be read.
 */
export async function openEmail({ name, bytes }: SourceFile): Promise<OpenedMail> {
  let mail: Email;
  try {
    mail = await PostalMime.parse(bytes, { maxNestingDepth: 50, maxRfc822NestingDepth: LIMITS.nestedMails });
  } catch (error) {
    throw new IntakeProblem(name, 'broken', 'is a broken e-mail; save it from the mail program once more.', {
      cause: error,
    });
  }
  const text = mail.html ? readPage(mail.html, name).text : (mail.text ?? '');
  const attachments = mail.attachments.flatMap((one) => toFile(name, one) ?? []);
  const body: Converted = { name, format: 'eml', text, facts: {}, pages: null, remarks: [] };
  return { attachments, body, known: factsOf(mail) };
}

function toFile(mail: string, { filename, content, related }: Attachment): SourceFile | null {
  if (!filename || related || !hasReadableName(filename) || typeof content === 'string') return null;
  return { name: `${mail} › ${filename}`, bytes: new Uint8Array(content) };
}

function factsOf({ subject, headers }: Email): Facts {
  const about = (subject ?? '').replace(/^(?:(?:FW|FWD|RE|Betr|Doorst)\s*:\s*)+/i, '').trim();
  const letterDate = dayOf(headers.find(({ key }) => key === 'date')?.value ?? '');
  return { ...(about ? { subject: about } : {}), ...(letterDate ? { letterDate } : {}) };
}

/** The day as it is written where the e-mail was sent: half past midnight in The Hague is the day before in UTC. */
function dayOf(date: string): string | null {
  const [, day, month, year] = /\b(\d{1,2})\s+([a-z]{3})\s+(\d{4})\b/i.exec(date) ?? [];
  const time = Date.parse(`${day} ${month} ${year} UTC`);
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
}
