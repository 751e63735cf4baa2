import { strToU8, type Unzipped, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { LIMITS } from '../limits.ts';
import { IntakeProblem } from '../problems.ts';
import { assertShallow } from '../text/tree.ts';
import type { Converted, SourceFile } from '../types.ts';
import { withListNumbers } from './docx-numbers.ts';
import { pagedText, withPageMarks } from './docx-pages.ts';
import { readPage } from './html.ts';

/** The parts that hold text, styles, numbering, notes and how many pages there are; pictures and fonts are left out. */
const TEXT_PARTS = /^(?:\[Content_Types\]\.xml|_rels\/.*|docProps\/app\.xml|word\/(?:[\w-]+\.xml|_rels\/.*))$/;

/**
 * Reads a Word file: headings, lists, tables and notes, and its pages where Word left sure marks of them.
 *
 * @throws IntakeProblem where it is no Word file, is broken, or would unpack to more than any letter holds.
 */
export async function convertDocx({ name, bytes }: SourceFile): Promise<Converted> {
  const parts = unpack(name, bytes);
  if (!parts['word/document.xml']) {
    throw new IntakeProblem(name, 'other_kind', 'is a ZIP archive but no Word file; save the letter as .docx or PDF.');
  }
  if (Object.values(parts).some(declaresEntities)) {
    throw new IntakeProblem(name, 'entities', 'declares XML entities, which no Word file does; it is not read.');
  }
  for (const part of Object.values(parts)) assertShallow(new TextDecoder().decode(part), name);
  const document = withListNumbers({
    document: textOf(parts, 'word/document.xml'),
    numbering: textOf(parts, 'word/numbering.xml'),
    styles: textOf(parts, 'word/styles.xml'),
  });
  // Packed again without compression: what mammoth unpacks is what was measured.
  const numbered = { ...parts, 'word/document.xml': strToU8(withPageMarks(document)) };
  const buffer = Buffer.from(zipSync(numbered, { level: 0 }));
  let html: string;
  try {
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
    html = (await mammoth.convertToHtml({ buffer }, { convertImage, transformDocument: withoutNumbers })).value;
  } catch (error) {
    throw new IntakeProblem(name, 'broken', 'is a broken Word file; open it in Word and save it again.', {
      cause: error,
    });
  }
  const { text, pages } = pagedText(readPage(html, name).text, textOf(parts, 'docProps/app.xml'));
  return { name, format: 'docx', text, facts: {}, pages, remarks: [] };
}

function unpack(name: string, bytes: Uint8Array): Unzipped {
  let total = 0;
  let parts: Unzipped;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name: part, originalSize }) => {
        if (!TEXT_PARTS.test(part)) return false;
        total += originalSize;
        if (total > LIMITS.unpackedBytes) throw new TooLarge();
        return true;
      },
    });
  } catch (error) {
    if (error instanceof TooLarge) {
      const mb = LIMITS.unpackedBytes / 1024 / 1024;
      throw new IntakeProblem(name, 'unpacks', `unpacks to more than ${mb} MB of text; that is no letter.`);
    }
    throw new IntakeProblem(name, 'broken', 'is a broken Word file; download it once more.', { cause: error });
  }
  return parts;
}

/** The text of a part; empty where the file lacks it. */
function textOf(parts: Unzipped, part: string): string {
  return new TextDecoder().decode(parts[part]);
}

/** What is used of the elements of a Word file as mammoth reads them. */
interface WordElement {
  readonly children?: readonly WordElement[];
  readonly numbering?: { readonly isOrdered: boolean } | null;
}

/**
 * All lists with bullets, which give way to a number that is written: mammoth doesn't say in which form a list is numbered
 * nor from where, and begins anew after each paragraph between two items. No number is better than a wrong one.
 */
function withoutNumbers<T extends WordElement>(element: T): T {
  return {
    ...element,
    ...(element.children && { children: element.children.map(withoutNumbers) }),
    ...(element.numbering && { numbering: { ...element.numbering, isOrdered: false } }),
  };
}

class TooLarge extends Error {}

function declaresEntities(part: Uint8Array): boolean {
  return /<!(?:DOCTYPE|ENTITY)/i.test(new TextDecoder('latin1').decode(part.subarray(0, 4096)));
}
