import { contentWords } from '../analysis/content-words.ts';

/** Words of greetings, thanks and cheers: they ask nothing, but stand beside questions ("hoi, wie tekende de brief?"). */
const SMALL_TALK = new Set(
  `dank dankje dankjewel dankuwel danku bedankt thx thnx tnx thanks thank cheers graag gedaan welcome hoi hallo hey hi hello hee
  goedemorgen goedemiddag goedenavond morgen morning goodmorning good goed goeie evening afternoon middag avond doei dag tot ziens bye
  doeg laters sorry oke okay ok top prima super leuk fijn mooi nice great cool wow lol haha hahaha hihi yes yep nope nee
  bot botje`.split(/\s+/),
);
/** A text of more telling words than this is taken to ask something whatever they are. */
const LONGEST_SMALL_TALK = 6;

/** Whether a text holds more than stop words, small talk, single letters and signs. */
export function hasContent(text: string): boolean {
  const telling = contentWords(text).filter(({ form }) => form.length > 1);
  return telling.length > LONGEST_SMALL_TALK || telling.some(({ form }) => !SMALL_TALK.has(form));
}
