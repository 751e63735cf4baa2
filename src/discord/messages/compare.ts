import type { Comparison } from '../../answers/comparison/schema.ts';
import type { Quote } from '../../answers/schema.ts';
import { sideName, silentSides } from '../../texts/compared.ts';
import { overviews } from '../../texts/overviews.ts';
import type { View } from '../context.ts';
import { type CompareState, compareId } from '../custom-ids/pages.ts';
import { cutAtWord } from './parts/excerpt.ts';
import { asTyped } from './parts/names.ts';
import { pageOf } from './parts/pages.ts';
import { ACCENT, type OutgoingMessage, panel, small, text } from './parts/parts.ts';
import { questionParts } from './parts/question.ts';
import { pointChoice, quotePoint, sameLetter } from './parts/quote-point.ts';

const NAME_LENGTH = 200;

/** Two meetings on one subject from quote number `o` on, as many as fit; a button goes on. */
export function compareMessage(comparison: Comparison, state: CompareState, view: View): OutgoingMessage {
  const { comparison: labels, ...pageLabels } = overviews(view.language);
  const { subject, earlier, later } = comparison;
  const [before, after] = [earlier, later].map((side) => sideName(side, view.language));
  const names = [labels.earlier(before ?? ''), labels.later(after ?? '')].map((name) => cutAtWord(name, NAME_LENGTH));
  const silent = silentSides([earlier, later], view.language).map((line) => cutAtWord(line, NAME_LENGTH));
  const head = [...questionParts({ question: subject }), small([...names, ...silent].join('\n-# '))];
  if (earlier.sentences + later.sentences === 0)
    return panel([...head, text(labels.none(asTyped(subject)))], ACCENT.refusal);
  const entries = entriesOf(comparison, view);
  const page = pageOf({
    head,
    entries,
    offset: state.o ?? 0,
    partsOf: ({ above, quote }, { at, first }) =>
      quotePoint(quote, view, { above, number: at + 1, letterNamed: sameLetter(entries, at, first) }),
    choice: ({ quote }, at) => pointChoice(quote, at + 1, view),
    choose: view.texts.button.choose,
    last: lastOf(comparison, view),
    labels: pageLabels,
    idAfter: (o) => compareId.write({ ...state, o }),
  });
  return panel(page, ACCENT.answer);
}

interface Entry {
  readonly above: readonly string[];
  readonly quote: Quote;
}

/** What both say in pairs, then what is new, then what is gone. */
function entriesOf({ both, fresh, gone }: Comparison, { language }: View): Entry[] {
  const { comparison: labels } = overviews(language);
  const under = (heading: string) => (quote: Quote) => ({ above: [`**${heading}**`], quote });
  return [
    ...both.flatMap(({ earlier, later }) => [under(`${labels.both} · 1`)(earlier), under(`${labels.both} · 2`)(later)]),
    ...fresh.map(under(labels.fresh)),
    ...gone.map(under(labels.gone)),
  ];
}

function lastOf({ more }: Comparison, { language }: View) {
  const { comparison: labels } = overviews(language);
  return (['both', 'fresh', 'gone'] as const)
    .filter((list) => more[list] > 0)
    .map((list) => small(labels.more(more[list], labels[list])));
}
