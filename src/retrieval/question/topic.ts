import type { Span } from '../../letters/types.ts';
import { datesIn } from './dates.ts';

/**
 * Where a question says what it is about, or what it is that somebody thinks of. Who thinks is looked back for behind
 * "van": looked for at every space, it takes sixty steps at each.
 */
const LEADS_TO_TOPIC =
  /(?<!\p{L})(?:over|about|inzake|omtrent|on(?<=(?:position|views?|stance|opinion|policy)\son)|(?:van|of)(?<=(?<!\p{L})(?:vind(?:t|en)|vond(?:en)?|denk(?:t|en)|dacht(?:en)?|thinks?)\s.{1,60}\s(?:van|of)))\s+(?=\S)/isu;
const DONE =
  'gesteld|gezegd|besloten|gedaan|geschreven|ingediend|ingezonden|beantwoord|gevraagd|gemeld|afgesproken|besproken|gesproken|toegezegd|beloofd|aangekondigd|opgemerkt|bekend|vermeld|verstuurd|gestuurd|ondertekend|said|asked|decided|answered|written|promised|submitted|agreed|announced|signed|sent';
/** What goes on behind a topic, and no longer belongs to it: "de vragen over Jemen gesteld?", "over Jemen, en waarom?" */
const GOES_ON = new RegExp(
  `[,;?!]|[.](?=\\s|$)|\\s+(?:(?:is|zijn|was|waren|werd|werden|wordt|worden|heeft|hebben|had|hadden)\\s+)?(?:${DONE})(?!\\p{L})`,
  'iu',
);
const LEADS_TO_TIME = /\s+(?:in|op|van|uit|sinds|vanaf|tot|on|of|since|from|until)?\s*$/iu;

/** What a question is about: where that stands, without a time; null where it does not say so. */
export function topicIn(question: string): Span | null {
  const leads = LEADS_TO_TOPIC.exec(question);
  if (!leads) return null;
  const start = leads.index + leads[0].length;
  const [time] = datesIn(question.slice(start));
  const ends = [
    GOES_ON.exec(question.slice(start))?.index,
    time && LEADS_TO_TIME.exec(question.slice(start, start + time.start))?.index,
  ].filter((end) => end !== undefined);
  const end = start + Math.min(question.length - start, ...ends);
  return end > start ? { start, end } : null;
}
