import { surnames } from './people.mjs';

/** How companies are called, by industry. `{L}` a surname, `{F}` an invented word, `{P}` an invented place, `{form}` the legal form. */
const patterns = {
  crafts: [
    'Schreinerei {L} {form}',
    'Elektro {L} {form}',
    '{L} Sanitär & Heizung {form}',
    'Malerbetrieb {L}',
    'Dachdeckerei {L} {form}',
    'Bäckerei {L}',
    'Metallbau {L} {form}',
    'Zimmerei {L} & Kinder {form}',
    'Fliesen {L}',
    '{L} Garten- und Landschaftsbau {form}',
    'Autohaus {L} {form}',
    'Steinmetzwerkstatt {L}',
    'Raumausstattung {L}',
  ],
  industry: [
    '{L} Maschinenbau {form}',
    '{L} & {L2} Werkzeugtechnik {form}',
    '{F} Antriebstechnik {form}',
    '{L} Präzisionsteile {form}',
    '{P}er Kunststoffwerk {form}',
    '{F} Verpackungen {form}',
    'Gießerei {L} {form}',
    '{F} Messtechnik {form}',
    '{L} Anlagenbau {form}',
    'Papierfabrik {P} {form}',
    '{F} Chemie {form}',
    '{L} Fördertechnik {form}',
  ],
  trade: [
    '{L} Großhandel {form}',
    'Buchhandlung {L}',
    '{F} Bürobedarf {form}',
    'Weinhandel {L} & {L2}',
    '{L} Baustoffe {form}',
    '{F} Naturkost {form}',
    'Modehaus {L}',
    '{L} Arbeitsschutz {form}',
    'Fahrrad {L} {form}',
    '{F} Versand {form}',
    'Teehaus {L}',
  ],
  services: [
    '{L} & {L2} Steuerberatung',
    'Kanzlei {L} {L2}',
    '{F} Personal {form}',
    '{L} Immobilien {form}',
    'Werbeagentur {F} {form}',
    '{F} Logistik {form}',
    'Spedition {L} {form}',
    'Hotel {P}er Hof',
    '{L} Gebäudereinigung {form}',
    'Reisebüro {L}',
    'Architekturbüro {L}',
    'Ingenieurbüro {L} & {L2}',
    '{F} Unternehmensberatung {form}',
    'Versicherungsbüro {L}',
    'Druckerei {L} {form}',
  ],
  public: [
    'Stadt {P}',
    'Gemeinde {P}',
    'Stadtwerke {P} {form}',
    'Kreisverwaltung {P}',
    'Feuerwehr {P}',
    'Wasserverband {P}',
    'Bauhof {P}',
    'Stadtbibliothek {P}',
  ],
  health: [
    'Praxis Dr. {L}',
    'Zahnarztpraxis {L} & {L2}',
    'Pflegedienst {F} {form}',
    'Klinikum {P} {form}',
    'Physiotherapie {L}',
    'Apotheke am {P}er Tor',
    'Seniorenhaus {P}',
    'Sanitätshaus {L} {form}',
    'Ergotherapie {L}',
  ],
  education: [
    'Volkshochschule {P}',
    'Sprachschule {F}',
    '{L}-Berufskolleg {P}',
    'Musikschule {P}',
    'Fahrschule {L}',
    'Akademie {F} {form}',
    'Grundschule {P}',
    'Kita {F}',
    'Bildungswerk {P} e. V.',
  ],
  it: [
    '{F} Software {form}',
    '{F} Systems {form}',
    '{L} IT-Service {form}',
    '{F} Cloud {form}',
    '{F} Data {form}',
    '{L} & {L2} Digital {form}',
    'Datenwerk {P} {form}',
    '{F} Networks {form}',
    '{F} Labs {form}',
  ],
};

const words =
  'Alvora Arkantis Avelo Balto Belmara Bravia Calindo Cedra Cirquent Corvano Dantera Delphora Domavia Edelwerk Elvento Emberlin Fabrino Feronia Finavia Galvera Gradio Halvora Helianto Ilmara Intavo Jovanta Kalino Kernova Kobalto Lavindo Lumetra Maravo Mentoris Merivo Nabuko Nordavia Novaro Orbinat Ortavia Palindo Perlano Primara Quadrion Ravello Rheno Sanovia Silvaro Solento Taluna Tectavia Terravio Tilianda Ultravo Valendo Vektorix Verano Viamo Westario Xantara Zentavo'.split(
    ' ',
  );
const firstHalves = [
  'Alten',
  'Birken',
  'Brunn',
  'Eich',
  'Erlen',
  'Falken',
  'Grün',
  'Hasel',
  'Hohen',
  'Kirsch',
  'Lerchen',
  'Linden',
  'Mühl',
  'Neuen',
  'Ober',
  'Rosen',
  'Sonnen',
  'Stein',
  'Tannen',
  'Weiden',
  'Wiesen',
];
const secondHalves = ['brück', 'furt', 'hagen', 'rode', 'stedt', 'walde', 'kirchen', 'moor'];

const forms = {
  DE: { GmbH: 50, 'GmbH & Co. KG': 18, AG: 6, KG: 6, 'e. K.': 8, 'UG (haftungsbeschränkt)': 4, OHG: 3 },
  AT: { GmbH: 60, OG: 15, 'e. U.': 15, AG: 10 },
  CH: { GmbH: 50, AG: 50 },
};

/** A new invented name of a company; `taken` keeps names from coming twice. */
export function companyName(chance, industry, country, taken) {
  for (;;) {
    const [first, second] = chance.some(surnames, 2);
    const form = industry === 'public' || industry === 'health' ? 'GmbH' : chance.weighted(forms[country]);
    const name = chance
      .pick(patterns[industry])
      .replace('{L2}', second)
      .replace('{L}', first)
      .replace('{F}', chance.pick(words))
      .replace('{P}', chance.pick(firstHalves) + chance.pick(secondHalves))
      .replace('{form}', form);
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

/** The name as part of an address in the internet. */
export const slug = (name) =>
  name
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/\b(gmbh|co|kg|ag|ohg|og|ug|haftungsbeschrankt|haftungsbeschraenkt|e|k|u|v|dr)\b/g, ' ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
