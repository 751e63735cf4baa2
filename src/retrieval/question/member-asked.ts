/** Of a question with single spaces. Several members may also be who does something: "Zijn Duitse bondgenoten bereid …?" */
const ASKS_MEMBER =
  /^\W{0,9}(?:(?:en|and|maar|but) )?(?:is|zijn|was|waren|are|were|wordt|werd|worden) (?<who>\S.{1,79}?) (?:(?:al|nu|nog|ook|dan|een|a|an|already|still|now|inmiddels|momenteel|currently|officieel|formeel|officially|formally|volledig|volwaardig|full|(?:in|sinds|since) \d{4}) ){0,3}(?:(?:lid|lidstaat|bondgenoot|member|ally)(?!\p{L})|(?:leden|lidstaten|bondgenoten|members|allies)(?: (?:van|of|in|binnen|bij)(?!\p{L})|\W*$))/iu;
/** Who may be a member: names and nothing else. */
const NAMES_ONLY =
  /^(?:(?:[Dd]e|[Hh]et|[Tt]he|minister|staatssecretaris|heer|mevrouw|president|premier) ){0,3}\p{Lu}[\p{L}\d.'’-]{0,40}(?:(?:,|,? (?:en|and|van|of|&))?(?: (?:de|het|the|der|den)){0,2} \p{Lu}[\p{L}\d.'’-]{0,40}){0,8}$/u;

/**
 * Of whom a question asks whether they are members: "Zweden en Finland" of "Zijn Zweden en Finland lid van de NAVO?"; null
 * where it asks anything else, also of what members do.
 */
export function memberAsked(question: string): string | null {
  const who = ASKS_MEMBER.exec(question.slice(0, 300).replace(/\s+/g, ' '))?.groups?.who;
  return who !== undefined && NAMES_ONLY.test(who) ? who : null;
}
