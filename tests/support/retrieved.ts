import { loadIndex } from '../../src/indexing/load.ts';
import { createRetriever } from '../../src/retrieval/retriever.ts';
import { wordEncoder } from './word-encoder.ts';

const QUESTIONS = [
  'Hoeveel munitie bestelt de minister?',
  'Wat weigert de minister voor de fregatten?',
  'nachttreinen en drinkwater in 2018',
  'Who finances the frigates?',
  'Wat is er besproken over Afghanistan?',
  'fregatttenwerf',
];

/** What an index finds for some questions: passages, scores and highlights, rounded as far as sums in another order differ. */
export async function retrieved(indexDir: string) {
  const encoder = wordEncoder();
  const { corpus, data } = await loadIndex(indexDir, encoder);
  const retriever = createRetriever({ corpus, data, encoder, threshold: 0 });
  const found = [];
  for (const question of QUESTIONS) {
    const { confidence, passages } = await retriever.retrieve({ question, top: 8 });
    const shown = passages.map(({ passage, score, highlights }) => {
      const { letter, passage: one } = corpus.passages[passage]!;
      return { file: letter.file, text: one.text, score: score.toFixed(3), highlights };
    });
    found.push({ question, confidence: confidence.toFixed(3), shown });
  }
  return found;
}
