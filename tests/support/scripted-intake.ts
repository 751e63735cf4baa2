import { letterEntry } from '../../src/answers/letters.ts';
import type { IndexSource, Library } from '../../src/answers/types.ts';
import type { IncomingLetter, Intake, JobOptions, NotFetched, ReadFile } from '../../src/discord/intake/port.ts';
import { convert } from '../../src/intake/convert.ts';
import { sha256 } from '../../src/intake/take-in.ts';
import { parseLetter } from '../../src/letters/parse.ts';

export interface ScriptedIntake extends Intake {
  /** What was done, in order: "add brief.pdf", "remove 000.txt". */
  readonly done: string[];
  /** The index there is after the next change. */
  next: Library | null;
  /** What the next job throws. */
  failure: Error | null;
  /** What reading finds, where a test wants something else than what the file holds. */
  found: Partial<IncomingLetter> | ReadFile | null;
  /** Whether a change was broken off. */
  unfinished: boolean;
  /** What the services have under the next number. */
  paper: { readonly text: string } | NotFetched;
  /** Holds the next change up until it resolves. */
  gate: Promise<void>;
}

/** An intake in this process that writes nothing: a change makes the index that a test decides. */
export function scriptedIntake(source: IndexSource & { next: Library | Error | null }): ScriptedIntake {
  const change = async (what: string, { onProgress, signal }: JobOptions): Promise<void> => {
    onProgress?.({ phase: 'writing' });
    await intake.gate;
    signal?.throwIfAborted();
    const { failure } = intake;
    intake.failure = null;
    if (failure) throw failure;
    onProgress?.({ phase: 'indexing', done: 1, total: 2 });
    intake.done.push(what);
    source.next = intake.next;
  };
  const intake: ScriptedIntake = {
    done: [],
    next: null,
    failure: null,
    found: null,
    unfinished: false,
    paper: { why: 'unknown', kind: null, detail: '' },
    gate: Promise.resolve(),
    async read(file) {
      const { found } = intake;
      if (found && 'unread' in found) return found;
      const { letters, problems } = await convert(file);
      return {
        letters: letters.map((one) => {
          const letter = parseLetter({ file: one.name, source: one.text, sidecar: one.facts });
          const entry = letterEntry(letter);
          return { ...one, entry, emptyPages: [], twin: null, sha256: sha256(file.bytes), ...found };
        }),
        unread: problems.map(({ file: name, reason }) => ({ name, reason })),
      };
    },
    async fetch({ paper: { dossier, number } }) {
      const { paper } = intake;
      if ('why' in paper) return paper;
      const name = `kst-${dossier.replace(' ', '')}-${number}`;
      const read = await intake.read({
        name: `http://127.0.0.1/${name} › ${name}.txt`,
        bytes: Buffer.from(paper.text),
      });
      const fetched = { name, listed: 'x', address: 'http://127.0.0.1', etag: null, lastModified: null };
      return { ...read, letters: read.letters.map((letter) => ({ ...letter, paper: fetched })) };
    },
    async add(letters, { replace = false, ...options } = {}) {
      await change(`${replace ? 'replace' : 'add'} ${letters.map(({ name }) => name).join(', ')}`, options);
      return letters.map(({ name }) => ({ file: name, status: replace ? 'replaced' : 'added' }));
    },
    async finish(signal) {
      if (!intake.unfinished) return false;
      await change('finish', { signal });
      intake.unfinished = false;
      return true;
    },
    async remove({ file }, options = {}) {
      await change(`remove ${file}`, options);
    },
  };
  return intake;
}
