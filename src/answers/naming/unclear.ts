import { periodBounds, type TextLanguage } from '../../texts/dates.ts';
import { overviews } from '../../texts/overviews.ts';
import { texts } from '../../texts/texts.ts';
import type { Found } from './resolver.ts';

/** What was typed, where it does not mean just one. */
export type Unclear<T> = Exclude<Found<T>, { readonly is: 'one' }>;

/**
 * What to say where it is not clear which letter or meeting is meant; the candidates come below it.
 *
 * @param typed as it can be shown
 */
export function unclearText(
  found: Unclear<unknown>,
  what: 'letter' | 'meeting',
  typed: string,
  language: TextLanguage,
): string {
  const { choose } = overviews(language);
  const notOf = found.is === 'none' ? found.notOf : null;
  if (found.candidates.length === 0 && !notOf) return choose.noLetters;
  const said = notOf
    ? choose[what].notOf(texts(language).answer.period(...periodBounds(notOf.from, notOf.to, language)))
    : choose[what][found.is](typed);
  return found.candidates.length === 0 ? said : `${said} ${choose.oneOf}`;
}
