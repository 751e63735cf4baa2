import { factsOfMargin } from '../formats/paper-id.ts';
import { LIMITS } from '../limits.ts';
import { IntakeProblem } from '../problems.ts';
import type { Converted, Ocr, SourceFile } from '../types.ts';
import { type OpenPdf, openPdf } from './open.ts';
import { pageText, settingOf } from './page-text.ts';
import { type TextItem, toPieces } from './pieces.ts';
import { type Region, toRegions } from './regions.ts';
import { toSegments } from './segments.ts';

/** Fewer letters than this on its pages together are a stamp on a scan. */
const MIN_LETTERS = 40;

/**
 * Reads a PDF's text layer, page by page, in the order it is read; pages are parted by form feeds.
 *
 * @param ocr reads pages that are pictures; where it is left out, a scan is a problem.
 * @throws IntakeProblem where it is locked, broken, too long, or a scan.
 */
export async function convertPdf(file: SourceFile, ocr?: Ocr): Promise<Converted> {
  const pages = await readPages(file);
  const letters = pages.join('').replace(/\P{L}/gu, '').length;
  if (letters >= MIN_LETTERS) return toConverted(file, pages, emptyPages(pages));
  if (!ocr) {
    throw new IntakeProblem(
      file.name,
      'scan',
      'is a scan: it holds pictures of pages and no text. Add it with --ocr (needs tesseract-ocr-nld), or ask for the file it was printed from.',
    );
  }
  return toConverted(file, await ocr(file), ['Its text was read from pictures (OCR) and may hold errors.']);
}

function toConverted({ name }: SourceFile, pages: readonly string[], remarks: readonly string[]): Converted {
  const text = pages.join('\n\f');
  return { name, format: 'pdf', text, facts: factsOfMargin(pages[0] ?? ''), pages: pages.length, remarks };
}

function emptyPages(pages: readonly string[]): string[] {
  const empty = pages.flatMap((text, i) => (text === '' ? [i + 1] : []));
  return empty.length === 0 ? [] : [`No text on ${empty.length === 1 ? 'page' : 'pages'} ${empty.join(', ')}.`];
}

async function readPages(file: SourceFile): Promise<string[]> {
  const pdf = await openPdf(file);
  try {
    const pages: Region[][] = [];
    let length = 0;
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const pieces = await piecesOf(pdf, number);
      if (pieces.length > LIMITS.piecesOnPage)
        throw new IntakeProblem(file.name, 'too_large', 'holds more text than any letter does.');
      const segments = toSegments(pieces);
      length += segments.reduce((sum, { text }) => sum + text.length, 0);
      if (length > LIMITS.textLength)
        throw new IntakeProblem(file.name, 'too_large', 'holds more text than any letter does.');
      pages.push(toRegions(segments));
    }
    const setting = settingOf(pages);
    return pages.map((regions) => pageText(regions, setting));
  } catch (error) {
    if (error instanceof IntakeProblem) throw error;
    throw new IntakeProblem(file.name, 'broken', 'is a broken PDF; download it once more.', { cause: error });
  } finally {
    await pdf.destroy();
  }
}

async function piecesOf(pdf: OpenPdf, number: number): Promise<ReturnType<typeof toPieces>> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  const texts = items.flatMap((item): TextItem[] => ('str' in item ? [item] : []));
  const pieces = toPieces(texts, page.getViewport({ scale: 1 }).transform);
  page.cleanup();
  return pieces;
}
