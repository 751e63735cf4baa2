const ADDRESSEE =
  /^(?:Aan:? )?(?:de |De |het )?(?:[Vv]oorzitter|VOORZITTER|[Ll]eden|[Gg]riffier|[Pp]resident)s? (?:van|VAN) (?:de|DE|het) (?:Tweede|Eerste|TWEEDE|EERSTE|Staten|vaste).{0,90}$|^A(?:an|AN):? (?:de|DE|het) .{4,100}$/;
const ADDRESS =
  /^(?:> ?)?Retouradres\b.{0,120}$|^Postbus \d.{0,60}$|^\d{4} ?[A-Z]{2}\s+\p{Lu}.{1,40}$|^(?:Binnenhof|Plein|Bezuidenhoutseweg|Rijnstraat|Korte Voorhout|Kalvermarkt) \d.{0,40}$|^(?:Ministerie|Directie|Directoraat).{3,80}$|^(?:Den Haag|DEN HAAG|[’'‘]s[- ]Gravenhage)$|^\p{Lu}[\p{L} .'’-]{0,40}(?:straat|weg|laan|plein|markt|voorhout|hof|kade|gracht|dreef|singel|dijk|park|baan|ring|plaats) \d{1,4} ?[a-zA-Z]?$|^[TFEMI]:?\s{1,3}[\d(+][\d\s()+-]{5,30}$|^[EI]:?\s{1,3}\S+@\S+$|^(?:https?:\/\/|www\.)\S+$|^[\w.-]+@[\w.-]+$|^Kamer der Staten-Generaal$|^(?:Directoraat|Dienst|Afdeling|Bureau) \p{Lu}.{2,60}$|^Postbus \d{3,6}$|^der Staten-Generaal$|^(?:Bezoekadres|Postadres|Retouradres):?$|^(?:Tweede|Eerste) Kamer der Staten-Generaal$/u;

/** Whether a line is part of an address: the addressee, a street, a telephone number. */
export function isAddress(text: string): boolean {
  return (ADDRESSEE.test(text) && !/[.:;]$/.test(text)) || ADDRESS.test(text);
}
