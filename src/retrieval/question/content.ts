import { contentWords } from '../analysis/content-words.ts';

/** Words of greetings, thanks, cheers and remarks: they ask nothing, but stand beside questions ("hoi, wie tekende de brief?"). */
const SMALL_TALK = new Set(
  `dank dankje dankjewel dankuwel danku bedankt thx thnx tnx thanks thank cheers graag gedaan welcome hoi hallo hey hi hello hee
  goedemorgen goedemiddag goedenavond morgen morning goodmorning good goed goeie evening afternoon middag avond doei dag tot ziens bye
  doeg laters sorry oke okay ok top prima super leuk fijn fijne mooi nice great cool wow lol haha hahaha hihi yes yep nope nee ja no
  bot botje team allemaal iedereen everyone everybody folks guys collega collega's lunch weekend
  nuttig nuttige handig handige duidelijk helder interessant mooie knap goede snel snelle precies inderdaad klopt geweldig perfect
  uitstekend keurig heel erg zeer echt snap begrepen begrijp helpt hulp help useful helpful clear interesting brilliant perfect
  awesome amazing excellent wonderful lovely right exactly indeed understood got makes sense very really much appreciated
  antwoord antwoorden vraag vragen answer answers question questions werk bezig job work well done weer again`.split(
    /\s+/,
  ),
);
/** A text of more telling words than this is taken to ask something whatever they are. */
const LONGEST_SMALL_TALK = 6;

/** Whether a text holds more than stop words, small talk, single letters and signs. */
export function hasContent(text: string): boolean {
  const telling = tellingIn(text);
  return telling.length > LONGEST_SMALL_TALK || telling.some((form) => !SMALL_TALK.has(form));
}

/** Whether a text thanks, greets or remarks, and asks nothing. */
export function isSmallTalk(text: string): boolean {
  return !hasContent(text) && tellingIn(text).length > 0;
}

function tellingIn(text: string): string[] {
  return contentWords(text).flatMap(({ form }) => (form.length > 1 ? [form] : []));
}
