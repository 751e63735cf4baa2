import type { Dossier } from '../../export/document.ts';
import { type Format, fileName, write } from '../../export/formats.ts';
import { exportTexts } from '../../texts/export.ts';
import { cutAtWord } from './parts/excerpt.ts';
import { ACCENT, file, type OutgoingFile, type OutgoingMessage, panel, small, text } from './parts/parts.ts';

const TITLE = 200;

/** What is shown, as files to take along. */
export async function takeAlong(dossier: Dossier, formats: readonly Format[]): Promise<OutgoingMessage> {
  const { ready, formats: names } = exportTexts(dossier.language);
  const files = await filesOf(dossier, formats);
  const listed = formats.map((format) => names[format]).join(' · ');
  const parts = [text(`### ${cutAtWord(dossier.title, TITLE)}`), small(`${ready} ${listed}`)];
  return { ...panel([...parts, ...files.map(({ name }) => file(name))], ACCENT.answer), files };
}

export function filesOf(dossier: Dossier, formats: readonly Format[]): Promise<OutgoingFile[]> {
  const { formats: names } = exportTexts(dossier.language);
  return Promise.all(
    formats.map(async (format) => ({
      name: fileName(dossier, format),
      data: Buffer.from(await write(dossier, format)),
      description: names[format],
    })),
  );
}
