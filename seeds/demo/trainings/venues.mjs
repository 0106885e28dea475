import { brands } from '../company.mjs';
import { trainingIds } from '../ids.mjs';
import { slug } from '../names.mjs';
import { men, surnames, women } from '../people.mjs';
import { landline } from '../places.mjs';
import { regionOf } from './regions.mjs';

const [newoa, boat, copilots] = brands.map(({ id }) => id);

/** Name; postcode and town; street; type (v: venue, w: harbour, o: our own); day rate; rooms with their places. */
const venues = `
NeWoa Akademie Köln|50678 Köln|Am Alten Hafen 12|o|0|Rheinblick 18,Speicher 14,Kontor 10,Lotsenraum 6
Tagungshaus am Dom|50667 Köln|Komödienstraße 41|v|320|Domblick 24,Severin 16
Steganlage Rheinauhafen|50678 Köln|Harry-Blum-Platz 3|w|140|Stegraum 12
Bonner Lernwerk|53111 Bonn|Poppelsdorfer Allee 18|v|260|Beethoven 16,Schumann 12
Kontorhaus Düsseldorf|40213 Düsseldorf|Ratinger Straße 9|v|340|Altstadt 20,Hafen 12
Seminarhof Bergisches Land|51465 Bergisch Gladbach|Kirchweg 2|v|210|Scheune 22,Stube 10
Ruhrforum Essen|45127 Essen|Kettwiger Straße 30|v|290|Zeche 18,Kohle 12,Koks 8
Westfalenraum Münster|48143 Münster|Salzstraße 22|v|250|Aasee 16,Prinzipal 12
Hafenschule Hamburg|20095 Hamburg|Sandtorkai 11|v|380|Elbe 20,Alster 14,Bille 8
Segelzentrum Kiel-Schilksee|24103 Kiel|Fliegender Weg 1|w|260|Förde 16,Leuchtturm 10
Marina Lübecker Bucht|23552 Lübeck|An der Untertrave 70|w|220|Trave 14
Yachthafen Warnemünde|18055 Rostock|Am Strom 5|w|230|Ostsee 14,Mole 8
Bremer Speicher XI|28195 Bremen|Am Wall 60|v|270|Weser 16,Roland 12
Lernraum Hannover|30159 Hannover|Georgstraße 12|v|280|Leine 18,Maschsee 12
Alte Druckerei Leipzig|04109 Leipzig|Nonnenstraße 38|v|240|Bleisatz 16,Setzerei 10
Elbhang Dresden|01067 Dresden|Bautzner Straße 81|v|250|Loschwitz 16,Neustadt 12
Hauptstadtforum Berlin|10115 Berlin|Chausseestraße 25|v|420|Spree 24,Panke 14,Havel 10
Wannsee-Segelschule|14467 Potsdam|Am Kleinen Fenster 2|w|200|Bootshaus 12
Skyline Lernhaus Frankfurt|60311 Frankfurt am Main|Neue Mainzer Straße 48|v|440|Taunus 20,Main 14
Mainzer Rheinufer|55116 Mainz|Rheinstraße 66|v|260|Gutenberg 16
Schlossgarten Stuttgart|70173 Stuttgart|Königstraße 7|v|390|Neckar 18,Killesberg 12
Bodensee Segelschule|78462 Konstanz|Hafenstraße 6|w|250|Reichenau 12,Mainau 10
Isarwerk München|80331 München|Sendlinger Straße 44|v|450|Isar 20,Englischer Garten 14,Au 8
Nürnberger Burgblick|90402 Nürnberg|Burgstraße 15|v|270|Pegnitz 16,Dürer 10
Saarufer Saarbrücken|66111 Saarbrücken|Berliner Promenade 8|v|220|Saar 14
`
  .trim()
  .split('\n')
  .map((line) => {
    const [name, place, street, type, rate, rooms] = line.split('|');
    return {
      name,
      postcode: place.slice(0, 5),
      city: place.slice(6),
      street,
      type,
      rate: Number(rate),
      rooms: rooms.split(','),
    };
  });

/** In the order of the declaration. */
const kit = ['projector', 'screen', 'whiteboard', 'flipchart', 'facilitation', 'video', 'wifi', 'step_free'];
const always = ['wifi', 'flipchart'];

function equipped(chance) {
  const more = chance.some(
    kit.filter((one) => !always.includes(one)),
    chance.int(2, 5),
  );
  return kit.filter((one) => always.includes(one) || more.includes(one));
}

/** The venues and, after them, their rooms; what a schedule has to know of each room. */
export function locations(chance) {
  const rows = [];
  const rooms = [];
  const add = (row) => {
    rows.push({ id: trainingIds.location(rows.length + 1), active: true, ...row });
    return rows.at(-1);
  };
  const parents = venues.map((venue, i) => {
    const { state, code } = regionOf(venue.postcode);
    const row = add({
      name: venue.name,
      type: { v: 'venue', w: 'water', o: 'office' }[venue.type],
      address: { street: venue.street, postcode: venue.postcode, city: venue.city, country: 'DE' },
      region_id: state,
      equipment: ['wifi', 'catering'],
      contact_name: `${chance.pick(chance.chance(0.5) ? women : men)} ${chance.pick(surnames)}`,
      email: `empfang@${slug(venue.name)}.example`,
      phone: landline(2000 + i),
      directions:
        venue.type === 'w'
          ? 'Parkplatz am Hafen, zehn Minuten zu Fuß. Treffpunkt am Steg.'
          : 'Vom Hauptbahnhof gut zu erreichen. Parkplätze bitte vorher anmelden.',
      brand_ids: venue.type === 'w' ? [boat] : [],
    });
    return { row, venue, code };
  });
  for (const { row, venue, code } of parents)
    for (const room of venue.rooms) {
      const at = room.lastIndexOf(' ');
      const capacity = Number(room.slice(at + 1));
      const made = add({
        name: `${venue.name}: ${room.slice(0, at)}`,
        type: 'room',
        parent_id: row.id,
        address: row.address,
        region_id: row.region_id,
        capacity,
        equipment: equipped(chance),
        day_rate: venue.rate ? `${Math.round((venue.rate * (0.5 + capacity / 24)) / 10) * 10}.00` : null,
        brand_ids: row.brand_ids,
      });
      rooms.push({
        id: made.id,
        region_id: row.region_id,
        capacity,
        state: code,
        water: venue.type === 'w',
        city: venue.city,
        rate: Number(made.day_rate ?? 0),
      });
    }
  return { rows, rooms };
}

/** Boats lie in a harbour; sets of notebooks stand in an office. */
export function bookables(rows) {
  const placeOf = (name) => rows.find((row) => row.name === name).id;
  const boats = [
    ['Segelyacht „Möwe“ (Bavaria 34)', 'Segelzentrum Kiel-Schilksee'],
    ['Segelyacht „Brise“ (Dehler 36)', 'Segelzentrum Kiel-Schilksee'],
    ['Segelyacht „Hansine“ (Hanse 315)', 'Marina Lübecker Bucht'],
    ['Segelyacht „Strelasund“', 'Yachthafen Warnemünde'],
    ['Jolle „Rheintochter“', 'Steganlage Rheinauhafen'],
    ['Motorboot „Lotse I“', 'Steganlage Rheinauhafen'],
    ['Motorboot „Lotse II“', 'Steganlage Rheinauhafen'],
    ['Motorboot „Seebär“', 'Bodensee Segelschule'],
    ['Kielzugvogel „Wannsee 7“', 'Wannsee-Segelschule'],
  ];
  const kits = ['A', 'B', 'C', 'D', 'E', 'F'].map((letter) => [
    `Notebook-Koffer ${letter} (12 Geräte)`,
    'NeWoa Akademie Köln',
  ]);
  const others = [
    ['Moderationskoffer groß', 'kit', 'NeWoa Akademie Köln', []],
    ['Videokamera mit Stativ', 'device', 'NeWoa Akademie Köln', []],
    ['Transporter (Köln)', 'vehicle', 'NeWoa Akademie Köln', []],
    ['Funksimulator DSC', 'device', 'NeWoa Akademie Köln', [boat]],
  ];
  return [
    ...boats.map(([name, at]) => [name, 'boat', at, [boat]]),
    ...kits.map(([name, at]) => [name, 'kit', at, [newoa, copilots]]),
    ...others,
  ].map(([name, type, at, brand_ids], i) => ({
    id: trainingIds.bookable(i + 1),
    name,
    type,
    inventory_number: `INV-${1001 + i}`,
    location_id: placeOf(at),
    brand_ids,
    active: true,
    remarks: type === 'boat' ? 'Vor jeder Fahrt Motor, Bilge und Westen prüfen.' : null,
  }));
}
