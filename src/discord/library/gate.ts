import { isOpen } from '../../answers/commitments/commitments.ts';
import type { Commitment } from '../../answers/commitments/schema.ts';
import type { Comparison } from '../../answers/comparison/schema.ts';
import type { Summary } from '../../answers/summary/schema.ts';
import type { Timeline } from '../../answers/timeline/schema.ts';
import type { Library } from '../../answers/types.ts';
import { OWN_LIMITS } from '../limits.ts';
import type { Clock } from '../ports.ts';
import { type KeptResults, keptResults } from './kept-results.ts';
import { createTurns } from './turns.ts';
import { within } from './within.ts';

/** Enough to keep the encoder's process busy while answers are ranked. */
const AT_ONCE = 3;
/** Of each kind, for one index: enough that whoever turns pages finds them, and some kB each. */
const KEPT = 50;

/** The one way to the library for everything that takes long. */
export interface Gate {
  /**
   * A library as it is asked for somebody: what takes long waits for its turn, has to end in time, and stops when
   * `signal` says that they no longer wait. Overviews are kept as long as the index is in use: turning a page or asking
   * again makes nothing anew.
   */
  open(library: Library, signal: AbortSignal): Library;
}

interface Kept {
  readonly summaries: KeptResults<Summary>;
  readonly timelines: KeptResults<Timeline>;
  readonly comparisons: KeptResults<Comparison>;
  readonly commitments: KeptResults<readonly Commitment[]>;
}

export function createGate(clock: Clock): Gate {
  const turns = createTurns(AT_ONCE);
  const keptOf = new WeakMap<Library, Kept>();

  /** What is kept of an index goes with it. */
  function kept(library: Library): Kept {
    const known = keptOf.get(library);
    if (known) return known;
    const made = {
      summaries: keptResults<Summary>(KEPT),
      timelines: keptResults<Timeline>(KEPT),
      comparisons: keptResults<Comparison>(KEPT),
      commitments: keptResults<readonly Commitment[]>(KEPT),
    };
    keptOf.set(library, made);
    return made;
  }

  return {
    open(library, signal) {
      const { summaries, timelines, comparisons, commitments } = kept(library);
      /** Work in its turn, once for all who ask for the same. */
      const once = <T>(results: KeptResults<T>, key: object, work: (signal: AbortSignal) => Promise<T>) =>
        results.get(
          JSON.stringify(key),
          (wanted) => turns.run(() => within(OWN_LIMITS.turn, work, clock, wanted), wanted),
          signal,
        );
      return {
        ...library,
        ask: (question, options) =>
          turns.run(
            () =>
              within(OWN_LIMITS.turn, (wanted) => library.ask(question, { ...options, signal: wanted }), clock, signal),
            signal,
          ),
        check: (draft) =>
          turns.run(
            () => within(OWN_LIMITS.turn, (wanted) => library.check(draft, { signal: wanted }), clock, signal),
            signal,
          ),
        summarize: (meeting, options = {}) =>
          once(summaries, { ...options, meeting: meeting.id }, (wanted) =>
            library.summarize(meeting, { ...options, signal: wanted }),
          ),
        timeline: (subject, options = {}) =>
          once(timelines, { ...options, subject }, (wanted) =>
            library.timeline(subject, { ...options, signal: wanted }),
          ),
        compare: ([first, second], subject) =>
          once(comparisons, { subject, meetings: [first.id, second.id] }, (wanted) =>
            library.compare([first, second], subject, { signal: wanted }),
          ),
        async commitments({ meeting, open = false } = {}) {
          const all = await once(commitments, { meeting: meeting?.id }, (wanted) =>
            library.commitments({ meeting, signal: wanted }),
          );
          return open ? all.filter(isOpen) : all;
        },
      };
    },
  };
}
