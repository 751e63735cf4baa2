import { createLibrary } from '../../src/answers/library.ts';
import type { Library } from '../../src/answers/types.ts';
import type { Encoder } from '../../src/encoder/types.ts';
import { folderStore } from '../../src/indexing/index-store.ts';
import type { RetrievalData } from '../../src/retrieval/retrieval-data.ts';
import { createRetriever } from '../../src/retrieval/retriever.ts';
import { Stopwatch } from './stopwatch.ts';
import type { ComparedSystem } from './system.ts';

/**
 * Briefwijzer, as `briefwijzer ask` puts it together; every question is answered, for the others refuse none.
 * @param reader whether passages are read with the question in mind
 */
export function ours(encoder: Encoder, { reader }: { readonly reader: boolean }): ComparedSystem {
  const stopwatch = new Stopwatch(processorMs);
  const watched = watchedEncoder(encoder, stopwatch, reader);
  let library: Library | null = null;
  return {
    async build(lettersDir, indexDir) {
      return (await folderStore(indexDir).build({ lettersDir, encoder })).letters;
    },
    async open(_, indexDir) {
      const { corpus, data, manifest } = await folderStore(indexDir).load(encoder);
      const retriever = createRetriever({ corpus, data: watchedData(data, stopwatch), encoder: watched, threshold: 0 });
      const { version, builtAt, passages } = manifest;
      library = await createLibrary({ corpus, retriever, about: { version, builtAt, passages, model: encoder.name } });
    },
    async ask(question, k) {
      if (!library) throw new Error('nothing was opened');
      stopwatch.begin('understand');
      const { quotes } = await library.ask(question, { top: k });
      const places = quotes.map(({ file, start, end }) => ({ file, start, end }));
      return { places, stages: reader ? stopwatch.end() : undefined };
    },
    close: () => encoder.close(),
  };
}

/** Of this process so far: it does one thing at a time, and other work on the machine does not count. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Which step of a question is under way shows in what it asks of its ports. */
function watchedEncoder(encoder: Encoder, stopwatch: Stopwatch, reader: boolean): Encoder {
  const { read, readClosely, ...rest } = encoder;
  const watched: Encoder = {
    ...rest,
    async encode(texts, kind) {
      stopwatch.enter('encoder');
      const encodings = await encoder.encode(texts, kind);
      stopwatch.enter('search');
      return encodings;
    },
  };
  if (!reader || !read) return watched;
  return {
    ...watched,
    async read(question, passages) {
      stopwatch.enter('reader');
      const readings = await read(question, passages);
      stopwatch.enter('highlight');
      return readings;
    },
    ...(readClosely && {
      async readClosely(question, passage) {
        stopwatch.enter('reader');
        const reading = await readClosely(question, passage);
        stopwatch.enter('highlight');
        return reading;
      },
    }),
  };
}

function watchedData(data: RetrievalData, stopwatch: Stopwatch): RetrievalData {
  const { tokens } = data;
  if (!tokens) return data;
  return {
    ...data,
    tokens: {
      of(passages) {
        stopwatch.enter('rerank');
        return tokens.of(passages);
      },
    },
  };
}
