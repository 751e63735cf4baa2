import { languageOf } from '../../src/texts/texts.ts';
import { definition as ask } from '../ask/definition.ts';
import { definition as check } from '../check/definition.ts';
import { definition as commitments } from '../commitments/definition.ts';
import { definition as compare } from '../compare/definition.ts';
import { definition as letter } from '../letter/definition.ts';
import { definition as letters } from '../letters/definition.ts';
import { definition as quote } from '../quote/definition.ts';
import { definition as summary } from '../summary/definition.ts';
import { definition as timeline } from '../timeline/definition.ts';
import { definition as tray } from '../tray/definition.ts';

const EVERYDAY = [ask, quote, summary, timeline, compare, commitments, letters, letter, check, tray];

/** The commands that everybody can use, as Discord shows them to readers of a locale. */
export function everydayCommands(locale: string): { readonly name: string; readonly description: string }[] {
  const isDutch = languageOf(locale) === 'nl';
  return EVERYDAY.map(({ name, name_localizations, description, description_localizations }) => ({
    name: isDutch ? name_localizations.nl : name,
    description: isDutch ? description_localizations.nl : description,
  }));
}
