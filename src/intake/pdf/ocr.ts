import { spawn } from 'node:child_process';
import { extractImages } from 'unpdf';
import { IntakeProblem } from '../problems.ts';
import type { Ocr, SourceFile } from '../types.ts';
import { openPdf } from './open.ts';

const INSTALL = 'on Debian and Ubuntu: apt-get install tesseract-ocr tesseract-ocr-nld';
/** Smaller pictures, in pixels a side, are logos and signatures. */
const MIN_SIDE = 300;

interface Picture {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  /** Values a pixel: grey, RGB or RGBA. */
  readonly channels: 1 | 3 | 4;
}

/**
 * Reads scanned pages with Tesseract in Dutch.
 *
 * @param program Tesseract's command.
 */
export function tesseract(program = 'tesseract'): Ocr {
  return async (file) => {
    await assertDutch(file, program);
    const pdf = await openPdf(file);
    try {
      const pages: string[] = [];
      for (let number = 1; number <= pdf.numPages; number += 1) {
        const pictures = (await extractImages(pdf, number)).filter(
          ({ width, height }) => Math.min(width, height) >= MIN_SIDE,
        );
        const texts: string[] = [];
        for (const picture of pictures) texts.push(await recognise(file, program, picture));
        pages.push(texts.join('\n\n').replaceAll('\f', '').trim());
      }
      return pages;
    } finally {
      await pdf.destroy();
    }
  };
}

async function assertDutch({ name }: SourceFile, program: string): Promise<void> {
  const languages = await run(program, ['--list-langs']).catch((error: unknown) => {
    throw new IntakeProblem(
      name,
      'scan',
      `is a scan, and --ocr needs Tesseract, which is not installed (${INSTALL}).`,
      {
        cause: error,
      },
    );
  });
  if (/^nld$/m.test(languages)) return;
  throw new IntakeProblem(name, 'scan', `is a scan, and Tesseract is installed without Dutch (${INSTALL}).`);
}

async function recognise({ name }: SourceFile, program: string, picture: Picture): Promise<string> {
  try {
    return await run(program, ['stdin', 'stdout', '-l', 'nld'], toPortableMap(picture));
  } catch (error) {
    throw new IntakeProblem(name, 'scan', 'is a scan that Tesseract could not read.', { cause: error });
  }
}

/** A picture in the plainest format there is: PGM in grey, PPM in colour (netpbm, 8 bits). */
export function toPortableMap({ data, width, height, channels }: Picture): Uint8Array {
  const kept = channels === 1 ? 1 : 3;
  const head = new TextEncoder().encode(`P${kept === 1 ? 5 : 6}\n${width} ${height}\n255\n`);
  const map = new Uint8Array(head.length + width * height * kept);
  map.set(head);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    for (let channel = 0; channel < kept; channel += 1) {
      map[head.length + pixel * kept + channel] = data[pixel * channels + channel] ?? 0;
    }
  }
  return map;
}

/** Runs a program with something on its standard input; resolves to its standard output. */
function run(program: string, args: readonly string[], input?: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('error', reject);
    // It may stop before it has read everything; its exit code says why.
    child.stdin.on('error', () => {});
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(output).toString('utf8'));
      else reject(new Error(`${program} stopped with exit code ${code}`));
    });
    child.stdin.end(input);
  });
}
