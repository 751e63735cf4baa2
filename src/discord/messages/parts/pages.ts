import type { APIButtonComponent } from 'discord.js';
import { LIMITS } from '../../limits.ts';
import { allComponents, displayedLength } from './measure.ts';
import { button, menu, type Part, rows, small } from './parts.ts';

/** A list that may take more than one message. */
export interface Pages<Entry> {
  /** Above the entries of every page. */
  readonly head: readonly Part[];
  readonly entries: readonly Entry[];
  /** How many of them were shown on pages before. */
  readonly offset: number;
  /** An entry as parts. The first of a page is shown whatever it takes: it has to fit in `room` units of text. */
  partsOf(
    entry: Entry,
    place: { readonly at: number; readonly first: boolean; readonly room: number },
  ): readonly Part[];
  /** Below the entries of every page. */
  readonly foot?: readonly Part[];
  /** Below the last entry of all. */
  readonly last?: readonly Part[];
  /** "4 to 6 of 12", and the button that goes on. */
  readonly labels: { shown(from: number, to: number, of: number): string; readonly more: string };
  /** The custom id of the button that goes on after so many entries. */
  idAfter(offset: number): string;
  /** Buttons beside it, given how many entries are shown. */
  buttons?(entries: number): readonly APIButtonComponent[];
  /** What an entry can be chosen as, in a menu above the buttons. */
  choice?(entry: Entry, at: number): { readonly label: string; readonly id: string };
  /** What the menu says where nothing is chosen. */
  readonly choose?: string;
  /** No more entries on one page than these. */
  readonly most?: number;
}

/** The parts of one page: as many entries as fit in a message, at least one, and a button that goes on. */
export function pageOf<Entry>(pages: Pages<Entry>): readonly Part[] {
  const { head, entries, offset, most = entries.length } = pages;
  const from = Math.min(offset, entries.length);
  let shown: readonly Part[] = [];
  let to = from;
  for (const entry of entries.slice(from, from + most)) {
    const below = belowPage(pages, from, to + 1);
    const room = LIMITS.displayedText - displayedLength([...head, ...below]);
    const next = [...shown, ...pages.partsOf(entry, { at: to, first: to === from, room })];
    if (to > from && !fits([...head, ...next, ...below])) break;
    shown = next;
    to++;
  }
  return [...head, ...shown, ...belowPage(pages, from, to)];
}

/** What stands below entries `from` to `to`. */
function belowPage<Entry>(pages: Pages<Entry>, from: number, to: number): readonly Part[] {
  const { entries, foot = [], last = [], labels, idAfter, buttons, choice, choose = '' } = pages;
  const goesOn = to < entries.length;
  return [
    ...(goesOn ? [] : last),
    ...foot,
    ...(from === 0 && !goesOn ? [] : [small(labels.shown(from + 1, to, entries.length))]),
    ...(choice && to > from
      ? [
          menu(
            choose,
            entries.slice(from, to).map((entry, i) => choice(entry, from + i)),
          ),
        ]
      : []),
    ...rows([...(goesOn ? [button(labels.more, idAfter(to))] : []), ...(buttons?.(to - from) ?? [])]),
  ];
}

/** Whether parts fit in one message, the box around them counted. */
function fits(parts: readonly Part[]): boolean {
  return displayedLength(parts) <= LIMITS.displayedText && allComponents(parts).length < LIMITS.components;
}
