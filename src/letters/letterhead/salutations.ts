const SALUTATION =
  /^(?:(?:Zeer )?[Gg]eachte|Hooggeachte)\b[^!?]{0,80}[,:]$|^(?:Geachte|Mijnheer de|Mevrouw de) [Vv]oorzitter,?$/;
/** Names begin sentences too. */
const SALUTATION_IN_HEAD = /^(?:Beste|Excellentie|Mijne? [Hh]e[er]{1,2}n?|Mevrouw|Mijnheer|Dames)\b[^!?]{0,40}[,:]$/;

/** Whether a line addresses the reader, wherever it stands. */
export function isSalutation(text: string): boolean {
  return SALUTATION.test(text);
}

/** The same of a line before the running text. */
export function isSalutationInHead(text: string): boolean {
  return isSalutation(text) || SALUTATION_IN_HEAD.test(text);
}
