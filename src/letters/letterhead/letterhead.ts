import type { Line } from '../lines.ts';
import { askedLines } from './asked.ts';
import { continuesHead, isRunningText, kindAnywhere, kindInHead } from './kinds.ts';
import { bareLabel, continuesSubject, isValue } from './labels.ts';
import { type LetterheadLine, MAX_LETTERHEAD } from './line.ts';
import { isBareDossier, isDossierTitle, typeLine } from './paper-lines.ts';

/**
 * What each line of a letterhead is, by line; lines of other kinds are left out. Dates with a place, the line with the
 * paper's number, the addressee and the salutation are recognised anywhere, the rest only before the running text.
 *
 * @param taken lines that are something else already.
 */
export function findLetterhead(lines: readonly Line[], taken: readonly boolean[]): Map<number, LetterheadLine> {
  const found = new Map<number, LetterheadLine>();
  const asked = askedLines(lines, taken);
  const top = typeLine(lines, taken);
  let inHead = true;
  let free = 0;
  let previous = -1;
  lines.forEach((line, i) => {
    if (taken[i]) return;
    const before = previous;
    previous = i;
    free += 1;
    if (free > MAX_LETTERHEAD) inHead = false;
    const given = asked.get(i) ?? (i < top ? { kind: 'metadata', continues: false } : undefined);
    if (given) {
      found.set(i, given);
      return;
    }
    const isTitle = inHead && isDossierTitle(lines, before, line.text);
    const label = inHead && before >= 0 ? bareLabel(lines[before]!.text) : null;
    const kind = kindAnywhere(line.text) ?? (inHead && !isTitle ? kindInHead(line.text) : null);
    const above = line.blanksBefore === 0 ? found.get(i - 1)?.kind : undefined;
    if (inHead && !kind && !label && isBareDossier(lines, taken, i)) {
      found.set(i, { kind: 'metadata', continues: false });
    } else if (isTitle && !kindAnywhere(line.text)) found.set(i, { kind: 'metadata', continues: true });
    else if (label && isValue(label, line.text, kind)) found.set(i, { kind: 'metadata', continues: true });
    else if (kind) found.set(i, { kind, continues: kind === 'address' && above === 'address' });
    else if (inHead && above && above !== 'salutation' && continuesHead(lines[i - 1]!.text, line.text)) {
      found.set(i, { kind: above, continues: true });
    } else if (inHead && above === 'metadata' && continuesSubject(lines, found, i)) {
      found.set(i, { kind: above, continues: true });
    } else if (isRunningText(lines, i)) inHead = false;
    if (kind === 'salutation') inHead = false;
  });
  return found;
}
