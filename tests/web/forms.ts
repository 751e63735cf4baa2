/** Letters with what pages have to show besides running text: notes, page furniture, an agenda and its report. */
export const FORMS = {
  'noten.txt': `Den Haag, 3 mei 2024

Zeppelins

De minister zegde toe dat er twaalf zeppelins komen.¹ De zeppelins vliegen vanaf 2025² boven zee. Dat is zo afgesproken.

De minister van Defensie
K.H. Ollongren

¹ Kamerstuk 28 676, nr. 348
² Kamerstuk 29 521, nr. 12
`,
  'agenda.txt': `Den Haag, 1 februari 2023

Hierbij ontvangt u de geannoteerde agenda van de bijeenkomst van de NAVO-ministers van Defensie van 14 en 15 februari 2023.

Munitie
De ministers zullen spreken over de aanschaf van mu-
nitie. Nederland vindt dat nodig.

De minister van Defensie
K.H. Ollongren
`,
  'verslag.txt': `Den Haag, 3 maart 2023

Hierbij ontvangt u het verslag van de bijeenkomst van de NAVO-ministers van Defensie van 14 en 15 februari 2023.

Munitie
De ministers spraken over de aanschaf van munitie voor de komende tien jaar.

Pagina 1 van 2
\fOok spraken zij over
Kamerstuk 28 676, nr. 400
het tempo daarvan.

De minister van Defensie
K.H. Ollongren
`,
  'kamerbrief.txt': `Tweede Kamer der Staten-Generaal
Vergaderjaar 2022-2023
28 676 NAVO
Nr. 401 Brief van de minister van Defensie
Den Haag, 9 maart 2023

Met deze brief informeer ik uw Kamer over de aanschaf van kogels.

De minister van Defensie
K.H. Ollongren
`,
};
