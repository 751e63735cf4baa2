import path from 'node:path';
import { IntakeProblem } from '../problems.ts';
import type { Format, SourceFile } from '../types.ts';

const BY_NAME: Readonly<Record<string, Format>> = {
  '.pdf': 'pdf',
  '.docx': 'docx',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.xml': 'xml',
  '.eml': 'eml',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'text',
};

const CALLED: Readonly<Record<Format, string>> = {
  pdf: 'a PDF',
  docx: 'a ZIP archive such as a Word file',
  html: 'a web page',
  xml: 'XML',
  eml: 'an e-mail',
  markdown: 'Markdown',
  text: 'text',
};

const SUFFIX: Readonly<Record<Format, string>> = {
  pdf: '.pdf',
  docx: '.docx',
  html: '.html',
  xml: '.xml',
  eml: '.eml',
  markdown: '.md',
  text: '.txt',
};

/** How files begin that may hold a letter but are not read, with what to do about them. */
const UNREAD: readonly (readonly [start: string, says: string])[] = [
  [
    '\u00d0\u00cf\u0011\u00e0',
    'is an old Word file, or one locked with a password; save it as .docx without a password.',
  ],
  ['{\\rtf', 'is rich text (RTF); save it as .docx or PDF.'],
  ['\u0089PNG', 'is a picture; add the letter itself, as a PDF or Word file.'],
  ['\u00ff\u00d8\u00ff', 'is a picture; add the letter itself, as a PDF or Word file.'],
  ['II*\u0000', 'is a picture; make a PDF of it and add that with --ocr.'],
  ['MM\u0000*', 'is a picture; make a PDF of it and add that with --ocr.'],
  ['GIF8', 'is a picture; add the letter itself, as a PDF or Word file.'],
];

/** Whether a file's name is one of those that are read; a folder's other files are passed over. */
export function hasReadableName(name: string): boolean {
  return path.extname(name).toLowerCase() in BY_NAME;
}

/** What a file is; null for what is not read. */
export function formatOf(file: SourceFile): Format | null {
  try {
    return detectFormat(file);
  } catch {
    return null;
  }
}

/**
 * What a file is, by how it begins; by its name where text could be several things.
 *
 * @throws IntakeProblem where it is empty, of a kind that is not read, or named after another kind.
 */
export function detectFormat({ name, bytes }: SourceFile): Format {
  if (bytes.length === 0) throw new IntakeProblem(name, 'empty', 'is empty.');
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const unread = UNREAD.find(([magic]) => start.startsWith(magic));
  if (unread) throw new IntakeProblem(name, 'other_kind', unread[1]);
  const found = byContent(start);
  const suffix = path.extname(name).toLowerCase();
  const named = BY_NAME[suffix];
  if (found && named && found !== named) {
    const better = path.basename(name, path.extname(name)) + SUFFIX[found];
    throw new IntakeProblem(
      name,
      'wrong_name',
      `is ${CALLED[found]}, whatever its name says; name it ${better} and add it again.`,
    );
  }
  if (!found && (named === 'pdf' || named === 'docx')) {
    throw new IntakeProblem(
      name,
      'wrong_name',
      `is not ${CALLED[named]}, whatever its name says; download or save it once more.`,
    );
  }
  return found ?? named ?? 'text';
}

/** @param start the first bytes, one character each. */
function byContent(start: string): Format | null {
  if (start.includes('%PDF-')) return 'pdf';
  if (start.startsWith('PK\u0003\u0004')) return 'docx';
  // A UTF-16 text has a zero byte beside every letter.
  const text = start.replaceAll('\u0000', '').replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*/, '');
  if (
    /^(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*|<!DOCTYPE\s+html[^>]*>\s*)*<html\b|^<!DOCTYPE\s+html/i.test(
      text,
    )
  ) {
    return 'html';
  }
  if (/^<\?xml|^<(?:officiele-publicatie|kamerwrk)\b/.test(text)) return 'xml';
  const header = /^(?:From|To|Subject|Date|Received|Return-Path|Delivered-To|MIME-Version|Message-ID|X-[\w-]+): ?\S/i;
  return header.test(text) && /^(?:MIME-Version|Message-ID|Received|Content-Type):/im.test(text) ? 'eml' : null;
}
