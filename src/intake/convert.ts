import { detectFormat } from './formats/detect.ts';
import { convertMarkdown } from './formats/markdown.ts';
import { convertText } from './formats/plain-text.ts';
import { LIMITS } from './limits.ts';
import { IntakeProblem } from './problems.ts';
import { tidyText } from './text/tidy.ts';
import type { Converted, Ocr, SourceFile } from './types.ts';

/** The letters a file holds, and what in it could not be read. */
export interface Conversion {
  readonly letters: readonly Converted[];
  readonly problems: readonly IntakeProblem[];
}

export interface ConvertOptions {
  /** Reads scanned pages; without it a scan is a problem. */
  readonly ocr?: Ocr | undefined;
}

/** Turns a file into the letters it holds: one, or for an e-mail each of its attachments. Never throws for what a file holds. */
export async function convert(file: SourceFile, options: ConvertOptions = {}, mails = 0): Promise<Conversion> {
  try {
    if (file.bytes.length > LIMITS.fileBytes) throw tooLarge(file.name, file.bytes.length);
    const format = detectFormat(file);
    if (format === 'eml') return await convertMail(file, options, mails);
    // Most of these take a while to load, and most folders hold few of them.
    const converted = await {
      pdf: async () => (await import('./pdf/convert-pdf.ts')).convertPdf(file, options.ocr),
      docx: async () => (await import('./formats/docx.ts')).convertDocx(file),
      html: async () => (await import('./formats/html.ts')).convertHtml(file),
      xml: async () => (await import('./formats/official-xml.ts')).convertOfficialXml(file),
      markdown: () => convertMarkdown(file),
      text: () => convertText(file),
    }[format]();
    return { letters: [finished(converted)], problems: [] };
  } catch (error) {
    return { letters: [], problems: [problemOf(file.name, error)] };
  }
}

/** What is said of a file that is larger than any letter. */
export function tooLarge(name: string, bytes: number): IntakeProblem {
  const mb = (size: number): number => Math.round(size / 1024 / 1024);
  return new IntakeProblem(
    name,
    'too_large',
    `has ${mb(bytes)} MB, more than the ${mb(LIMITS.fileBytes)} MB that are read; add the letter apart.`,
  );
}

async function convertMail(file: SourceFile, options: ConvertOptions, mails: number): Promise<Conversion> {
  if (mails >= LIMITS.nestedMails)
    throw new IntakeProblem(file.name, 'nested', 'is an e-mail within e-mails; add it apart.');
  const { openEmail } = await import('./formats/email.ts');
  const { attachments, body, known } = await openEmail(file);
  if (attachments.length === 0) {
    const { withKnown } = await import('./known-facts.ts');
    return { letters: [withKnown(finished(body), known)], problems: [] };
  }
  const letters: Converted[] = [];
  const problems: IntakeProblem[] = [];
  for (const attachment of attachments) {
    const conversion = await convert(attachment, options, mails + 1);
    letters.push(...conversion.letters);
    problems.push(...conversion.problems);
  }
  return { letters, problems };
}

function finished(converted: Converted): Converted {
  const text = tidyText(converted.text);
  if (text.length > LIMITS.textLength)
    throw new IntakeProblem(converted.name, 'too_large', 'holds more text than any letter does.');
  if (!/\p{L}{2}/u.test(text)) throw new IntakeProblem(converted.name, 'no_text', 'holds no text.');
  return { ...converted, text };
}

function problemOf(name: string, error: unknown): IntakeProblem {
  if (error instanceof IntakeProblem) return error;
  // A library that ran out of stack or stumbled over a file made to make it stumble.
  return new IntakeProblem(name, 'broken', 'cannot be read: it is broken, or was made so.', { cause: error });
}
