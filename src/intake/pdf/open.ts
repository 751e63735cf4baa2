import { getDocumentProxy } from 'unpdf';
import { LIMITS } from '../limits.ts';
import { IntakeProblem } from '../problems.ts';
import type { SourceFile } from '../types.ts';
import { assertNoBomb } from './bombs.ts';

export type OpenPdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/**
 * Opens a PDF; the caller destroys it. Scripts in it are never run and nothing is fetched.
 *
 * @throws IntakeProblem where it is locked, broken, too long, or made to unpack to too much.
 */
export async function openPdf(file: SourceFile): Promise<OpenPdf> {
  assertNoBomb(file);
  const { name, bytes } = file;
  let pdf: OpenPdf;
  try {
    // A copy: pdf.js takes its bytes away from whoever gave them, and takes no Buffer.
    pdf = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      isEvalSupported: false,
      disableFontFace: true,
    });
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    const says = locked
      ? 'is locked with a password; open it, save a copy without one, and add that.'
      : 'is a broken PDF; download it once more.';
    throw new IntakeProblem(name, locked ? 'locked' : 'broken', says, { cause: error });
  }
  if (pdf.numPages <= LIMITS.pages) return pdf;
  await pdf.destroy();
  throw new IntakeProblem(
    name,
    'too_large',
    `has ${pdf.numPages} pages, more than ${LIMITS.pages}; add the letter apart.`,
  );
}
