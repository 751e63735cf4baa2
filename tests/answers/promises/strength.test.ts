import { describe, expect, test } from 'vitest';
import { promiseStrength } from '../../../src/answers/promises/strength.ts';

describe('A promise to parliament', () => {
  test.each([
    'Het kabinet zal uw Kamer over relevante ontwikkelingen informeren.',
    'Uw Kamer ontvangt dit plan zodra het gereed is.',
    'Zoals eerder toegezegd zal Uw kamer ter zake een brief toegaan voor het zomerreces.',
    'Ik stuur u binnen zes weken een beoordeling van dit voorstel.',
    'Tijdens het algemeen overleg heb ik toegezegd hierop terug te komen.',
    'Ik streef ernaar uw Kamer zo spoedig mogelijk, maar uiterlijk in het eerste kwartaal van 2026, te informeren.',
    'In Q1 2026 ontvangt uw Kamer de jaarlijkse voortgangsrapportage.',
    'Ik zal de vragen van uw Kamer zo spoedig mogelijk na het beschikbaar komen van deze informatie beantwoorden.',
    'Voortaan zal ik vooraf in de geannoteerde agenda ingaan op mijn aanwezigheid bij de Raad.',
    'Hierover wordt de Kamer door de Staatssecretaris geïnformeerd.',
    'In de brief is toegezegd dat uw Kamer jaarlijks vóór het zomerreces zal worden geïnformeerd over de voortgang.',
    'Op de precieze impact kom ik na de zomer terug.',
    'Zoals toegezegd zal ik u twee keer per jaar apart rapporteren.',
    'De uitkomsten van de evaluatie van de pachtwet worden dit najaar met uw Kamer gedeeld.',
    'Het rapport wordt afgerond en zal op korte termijn met uw Kamer gedeeld worden.',
    'Over de wachttijden in de jeugdzorg informeer ik uw Kamer voor de kerst.',
    'De kabinetsreactie op het advies van de Onderwijsraad volgt voor het einde van het jaar.',
    'Ik zeg toe dat de boeren voor 1 mei duidelijkheid krijgen.',
    'Wij zullen de Staten-Generaal binnen drie maanden een wetsvoorstel toezenden.',
    'Mocht het overleg met de vakbonden mislukken, dan zal ik uw Kamer daar direct over inlichten.',
    'Ik verwacht uw Kamer in de loop van 2027 nader te kunnen informeren over de stikstofruimte.',
    'Ja, ik ben bereid dit overzicht met de Kamer te delen.',
    'Niet eerder dan in het najaar zal ik uw Kamer hierover kunnen informeren.',
    'Zodra het vonnis er ligt, wordt uw Kamer daarvan op de hoogte gesteld.',
    'Het advies van de Gezondheidsraad zend ik u na ommekomst toe, vergezeld van een reactie; u ontvangt beide in mei.',
    'Hierbij bied ik u het rapport aan; de kabinetsreactie ontvangt u voor de zomer.',
    'Zoals toegezegd stuur ik uw Kamer een brief over de registratie van incidenten.',
  ])('%s', (text) => {
    expect(promiseStrength(text)).toBe(1);
  });

  test.each([
    'Hierbij ontvangt u het verslag van de bijeenkomst.',
    'Met deze brief informeer ik uw Kamer over de voortgang.',
    'Het overzicht is recent met uw Kamer gedeeld.',
    'Over deze bijdrage bent u recent per brief geïnformeerd.',
    'De Commissie zegde dat onderzoek toe.',
    'In deze brief geef ik uitvoering aan de toezegging om de Kamer te informeren.',
    'Middels dit verslag wordt uw Kamer tevens geïnformeerd over de top, die ook plaatsvond op 23 februari jl.',
    'De verkenning heeft uw Kamer op 8 september jl. ontvangen.',
    'Tijdens dit debat heb ik u een brief toegezegd over de vloot.',
    'Ingevolge het verzoek van uw Kamer om voorafgaand aan bijeenkomsten te worden geïnformeerd bericht ik u dat op 10 juni een bijeenkomst wordt gehouden.',
    'In antwoord op uw brief van 5 juli 2024 deel ik u mede dat de vragen van het lid Jansen worden beantwoord zoals aangegeven in de bijlage van deze brief.',
    'U heeft eind december 2023 een voortgangsbrief ontvangen over deze aanpak.',
    'Zoals toegezegd in het commissiedebat van 21 december 2023 ben ik in gesprek gegaan met de gemeenten.',
    'Kunt u toezeggen dat u de Kamer voor de zomer informeert?',
    'De motie-Jansen verzoekt de regering de Kamer hierover voor de zomer te informeren.',
    'De leden van de fractie vragen het kabinet de Kamer jaarlijks te informeren.',
    'Ik kan uw Kamer niet toezeggen dat de school open blijft.',
    'Over lopende strafzaken zal ik uw Kamer niet informeren.',
    'Dan zou ik uw Kamer eerder hebben kunnen informeren.',
    'De Commissie zal de Raad in juni informeren over de oogst.',
    'De Commissie heeft toegezegd de lidstaten te informeren over de quota.',
    'De ministers worden in maart geïnformeerd over de begroting.',
    'Ik informeer uw Kamer over de stand van de natuur.',
    'Ik vertrouw erop uw Kamer hiermee voldoende te hebben geïnformeerd.',
    'Hierop kom ik in het antwoord op vraag 5 terug.',
    'Zoals ik uw Kamer heb gemeld, zal Nederland in juni tien teams leveren.',
    'De gemeente zal de bewoners voor de zomer informeren.',
    'In de brief van 27 juni jl. heeft mijn ambtsvoorganger uw Kamer geïnformeerd over de planning.',
    'Vanwege de samenhang zal ik de vragen 3 en 4 gezamenlijk beantwoorden.',
    'Uw Kamer heeft mij verzocht voor 1 juni te rapporteren over de wachtlijsten.',
  ])('is not: %s', (text) => {
    expect(promiseStrength(text)).toBeLessThan(1);
  });
});
