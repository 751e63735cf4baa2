import type { Letter } from '../../letters/types.ts';
import { signatoriesNamed, signatoriesOf } from '../../retrieval/question/signatories-named.ts';
import { BEGINS, PLURAL, tellsWhich, withoutSigns } from './letter-words.ts';

const SENT =
  'stuurden?|verstuurden?|zond(?:en)?|verzond(?:en)?|schreef|schreven|tekenden?|ondertekenden?|medeondertekenden?';
/** What somebody who signs a letter does with it, by itself behind who does. */
const DID =
  /(?<!\p{L})(?:gestuurd|verstuurd|verzonden|geschreven|getekend|ondertekend|medeondertekend|send|sent|write|written|sign|signed)(?!\p{L})/iu;
const TO_SOMEBODY = /^(?:aan|naar|to)\s/iu;

/** Who sent them stands at the beginning of `rest`; `before` and behind it stands which. */
const FORMS = [
  { form: `(?<which>${BEGINS}welke ${PLURAL}) (?:${SENT}) (?<rest>.+)$`, saysDid: true },
  { form: `(?<which>${BEGINS}welke ${PLURAL}) (?:heeft|hebben|had|hadden) (?<rest>.+)$` },
  { form: `(?<which>${BEGINS}welke ${PLURAL}) (?:zijn|waren|werden)(?<before> .{1,80}?)? door (?<rest>.+)$` },
  { form: `(?<which>${BEGINS}welke ${PLURAL}) (?:zijn|waren|komen|kwamen) van (?<rest>.+)$`, saysDid: true },
  { form: `(?<which>${BEGINS}(?:which|what) ${PLURAL}) (?:are|were|come) (?:from|by) (?<rest>.+)$`, saysDid: true },
  { form: `(?<which>${BEGINS}(?:which|what) ${PLURAL}) (?:did|has|have|had) (?<rest>.+)$` },
  { form: `(?<which>${BEGINS}(?:which|what) ${PLURAL}) (?:are|were|have been)(?<before> .{1,80}?)? by (?<rest>.+)$` },
].map(({ form, saysDid = false }) => ({ form: new RegExp(form, 'isu'), saysDid }));

/**
 * "Welke brieven stuurde Kaag in 2023?" as a question for the letters of a signatory: "Welke brieven zijn er van Kaag in
 * 2023 gestuurd"; as it is where it asks for no signatory's, or anything else of theirs.
 */
export function askedOfSignatory(question: string, letters: readonly Letter[]): string {
  for (const { form, saysDid } of FORMS) {
    const { which, before = '', rest } = form.exec(question)?.groups ?? {};
    if (which === undefined || rest === undefined) continue;
    const start = question.length - rest.length;
    const who = signatoriesNamed(question, signatoriesOf({ letters })).find(({ from }) => from === start);
    const told = `${before} ${question.slice(who?.end)}`;
    if (!who || !(saysDid || DID.test(told))) continue;
    const telling = withoutSigns(told.replace(DID, ' ').replace(/\s+/gu, ' '));
    if (telling !== '' && !tellsWhich(telling) && !TO_SOMEBODY.test(telling)) continue;
    const [are, from, sent] = /welke/i.test(which) ? ['zijn er', 'van', 'gestuurd'] : ['are there', 'from', 'sent'];
    return [which, are, from, question.slice(who.from, who.end), telling, sent].filter(Boolean).join(' ');
  }
  return question;
}
