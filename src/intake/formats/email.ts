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
  return { attachments, body: { name, format: 'eml', text, facts: factsOf(mail), pages: null, remarks: [] } };
}

function toFile(mail: string, { filename, content, related }: Attachment): SourceFile | null {
  if (!filename || related || !hasReadableName(filename) || typeof content === 'string') return null;
  return { name: `${mail} › ${filename}`, bytes: new Uint8Array(content) };
}

function factsOf({ subject, date }: Email): Facts {
  const about = (subject ?? '').replace(/^(?:(?:FW|FWD|RE|Betr|Doorst)\s*:\s*)+/i, '').trim();
  const day = date?.slice(0, 10);
  return {
    ...(about ? { subject: about } : {}),
    ...(day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { letterDate: day } : {}),
  };
}
