import type { Quote } from '../../answers/schema.ts';
import { trayDossier } from '../../export/dossiers.ts';
import { exportTexts } from '../../texts/export.ts';
import { overviews } from '../../texts/overviews.ts';
import type { View } from '../context.ts';
import { type TrayState, trayId, trayPostId, trayRemoveId, trayTakeId, trayUpId } from '../custom-ids/take-along.ts';
import { LIMITS } from '../limits.ts';
import { excerpt } from './parts/excerpt.ts';
import { displayedLength } from './parts/measure.ts';
import { pageOf } from './parts/pages.ts';
import { ACCENT, button, file, type OutgoingMessage, type Part, panel, rows, small, text } from './parts/parts.ts';
import { citationMarkdown } from './parts/quote.ts';
import { filesOf } from './take-along.ts';

/** Room for one quote in Markdown. */
const QUOTE_LENGTH = 600;
const SHOWN = 6;

/** A passage that is kept; null for one that no letter has any more, word for word. */
export interface Kept {
  readonly passageId: string;
  readonly quote: Quote | null;
}

/** What somebody keeps, with what can be done with it. */
export function trayMessage(kept: readonly Kept[], state: TrayState, view: View): OutgoingMessage {
  const { tray } = view.texts;
  const head = [text(`### ${exportTexts(view.language).tray}`)];
  if (kept.length === 0) return panel([...head, text(tray.empty)], ACCENT.refusal);
  const offset = Math.min(state.o ?? 0, Math.max(0, kept.length - 1));
  const { more, shown } = overviews(view.language);
  const page = pageOf({
    head,
    entries: kept,
    offset,
    most: SHOWN,
    partsOf: ({ passageId, quote }, { at }): readonly Part[] => [
      text(quote ? keptMarkdown(quote, view) : tray.gone),
      ...rows([
        ...(at > 0 ? [button(tray.up, trayUpId.write({ p: passageId, o: offset }))] : []),
        button(tray.remove, trayRemoveId.write({ p: passageId, o: offset })),
      ]),
    ],
    labels: { shown, more },
    idAfter: (o) => trayId.write({ o }),
    buttons: () => [
      button(tray.post, trayPostId.write({})),
      button(exportTexts(view.language).button, trayTakeId.write({})),
    ],
  });
  return panel(page, ACCENT.answer);
}

/** Kept quotes for a channel or thread: as many as fit, and a file with all of them where they do not. */
export async function postedTray(quotes: readonly Quote[], note: string, view: View): Promise<OutgoingMessage> {
  const parts: Part[] = [small(note)];
  let shown = 0;
  for (const quote of quotes) {
    const part = text(keptMarkdown(quote, view));
    if (displayedLength([...parts, part]) > LIMITS.displayedText) break;
    parts.push(part);
    shown++;
  }
  if (shown === quotes.length) return panel(parts, ACCENT.answer);
  const files = await filesOf(trayDossier(quotes, view.language), ['md']);
  return { ...panel([...parts, ...files.map(({ name }) => file(name))], ACCENT.answer), files };
}

function keptMarkdown(quote: Quote, { texts }: View): string {
  return `> ${excerpt({ ...quote, marks: [] }, QUOTE_LENGTH) ?? ''}\n${citationMarkdown(quote, texts)}`;
}
