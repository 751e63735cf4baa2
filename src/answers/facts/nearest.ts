import type { Letter } from '../../letters/types.ts';
import type { Asked, Sources } from './found.ts';
import { saidOfLetter } from './said.ts';

/** The letter that comes nearest to what the one that is meant is said to be about, where it speaks of that at all. */
export async function nearest(
  { question, letters, filters, signal }: Asked,
  { corpus, retriever }: Sources,
): Promise<Letter | null> {
  const { about } = saidOfLetter(question, letters);
  if (about === '') return null;
  const request = { question: about, filters, readFilters: false, top: 1, signal };
  const { passages, subjectFound } = await retriever.retrieve(request);
  return (subjectFound && corpus.passages[passages[0]?.passage ?? -1]?.letter) || null;
}
