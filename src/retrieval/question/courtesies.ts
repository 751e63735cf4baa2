import { hasContent } from './content.ts';

const NAME_WORD = "\\p{Lu}[\\p{L}'’-]{0,30}";
const NAME = `${NAME_WORD}(?:\\s+(?:(?:van|de|der|den|ter|ten)\\s+){0,2}${NAME_WORD}){0,2}`;
const eitherCase = (words: string) => words.replace(/(?<![\p{L}.\\[])\p{Ll}/gu, (c) => `[${c}${c.toUpperCase()}]`);

const GREETING = eitherCase(
  'hoi|hallo|hey|hee|hi|hello|ha|dag|beste|geachte|dear|goedemorgen|goedemiddag|goedenavond|goedendag|goede(?:n)? (?:morgen|middag|avond|dag)|good (?:morning|afternoon|evening)',
);
const GREETED = eitherCase('allemaal|iedereen|team|bot|all|everyone|there|daar|heer|mevrouw');
const I_AM = eitherCase("ik ben|mijn naam is|u spreekt met|je spreekt met|met|dit is|i am|i['’]m|my name is|this is");
/** "Hoi allemaal, ", "Beste Anna, ", "Hoi, Anna hier: ", "Hello, my name is Anna. " */
const OPENING = new RegExp(
  `^\\W{0,9}(?:${GREETING})(?:\\s(?:${GREETED})){0,2}(?:\\s(?:${NAME}))?\\s?(?:[,.!:;–-]+|(?=\\n)|(?=\\s${NAME}\\s(?:hier|here)))\\s{0,3}(?:(?:(?:${I_AM})\\s${NAME}(?:\\s(?:hier|here))?|${NAME}\\s(?:hier|here))\\s?[,.!:;–-]+\\s{0,3})?`,
  'u',
);
const THANKS = eitherCase(
  '(?:alvast |hartelijk |heel erg |vast )?(?:bedankt|dank(?: je| u)?(?: ?wel)?)(?: alvast| voor (?:de|je|uw) (?:hulp|moeite))?|b\\.?v\\.?d\\.?|(?:many )?thanks(?: in advance| a lot| so much)?|thank you(?: in advance| so much| very much)?|thx|cheers',
);
const REGARDS = eitherCase(
  'm\\.?v\\.?g\\.?|(?:met )?(?:vriendelijke |hartelijke |veel )?(?:groet(?:en|jes)?)|gr\\.?|grt|hoogachtend|liefs|(?:kind |best |warm )?regards|sincerely|yours sincerely',
);
/** At the end, behind a sentence or a line: "Mvg, Pieter", "Groeten uit Assen, Jan de Boer", "Thanks!" */
const CLOSING = new RegExp(
  `(?<=[.,;:?!)\\n]\\s{0,3})(?:(?:${THANKS})(?:\\s?[,.!\\n–-]{1,3}\\s{0,3}${NAME})?|(?:${REGARDS})(?:\\s(?:uit|from)\\s${NAME})?(?:\\s?[,.!–-]{0,3}\\s{0,3}(?:(?:van|from)\\s)?${NAME})?)[\\s.,!:;)–-]{0,9}$`,
  'u',
);
/** Whom the answer before helped asks on: "Dank je wel! En hoeveel ...", "Ok, thanks. " */
const THANKED = new RegExp(`^\\W{0,9}(?:[Oo]k[eé]?,?\\s)?(?:${THANKS})\\s?[.!]+\\s+(?=\\S)`, 'u');
/** Who closes thanks, greets and signs. */
const MOST_CLOSINGS = 3;

/**
 * A question without what only opens and closes a message: a greeting, thanks, and the names beside them. As it is where
 * nothing else would be left.
 */
export function withoutCourtesies(question: string): string {
  let rest = question.trim().replace(THANKED, '').replace(OPENING, '');
  for (let closings = 0; closings < MOST_CLOSINGS && CLOSING.test(rest); closings++)
    rest = rest.replace(CLOSING, '').trimEnd();
  return rest !== question && hasContent(rest) ? rest : question;
}
