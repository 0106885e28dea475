/** Fixed ids, by kind and counter. */
const id = (kind, counter) => `01900000-0000-7000-${kind}-${counter.toString(16).padStart(12, '0')}`;

const countries = { DE: 'Deutschland', AT: 'Österreich', CH: 'Schweiz' };

/** States and cantons by ISO 3166-2. */
const states = {
  DE: 'BW Baden-Württemberg,BY Bayern,BE Berlin,BB Brandenburg,HB Bremen,HH Hamburg,HE Hessen,MV Mecklenburg-Vorpommern,NI Niedersachsen,NW Nordrhein-Westfalen,RP Rheinland-Pfalz,SL Saarland,SN Sachsen,ST Sachsen-Anhalt,SH Schleswig-Holstein,TH Thüringen',
  AT: '1 Burgenland,2 Kärnten,3 Niederösterreich,4 Oberösterreich,5 Salzburg,6 Steiermark,7 Tirol,8 Vorarlberg,9 Wien',
  CH: 'AG Aargau,AI Appenzell Innerrhoden,AR Appenzell Ausserrhoden,BE Bern,BL Basel-Landschaft,BS Basel-Stadt,FR Freiburg,GE Genf,GL Glarus,GR Graubünden,JU Jura,LU Luzern,NE Neuenburg,NW Nidwalden,OW Obwalden,SG St. Gallen,SH Schaffhausen,SO Solothurn,SZ Schwyz,TG Thurgau,TI Tessin,UR Uri,VD Waadt,VS Wallis,ZG Zug,ZH Zürich',
};

/** Areas of German postcodes by their first two digits, with the state in which most of each lies. */
const areas = `SN 01 Dresden,02 Görlitz,04 Leipzig,08 Zwickau,09 Chemnitz
BB 03 Cottbus,14 Potsdam,15 Frankfurt (Oder),16 Oranienburg
ST 06 Halle (Saale),39 Magdeburg
TH 07 Gera,98 Suhl,99 Erfurt
BE 10 Berlin-Mitte,12 Berlin-Südost,13 Berlin-Nord
MV 17 Neubrandenburg,18 Rostock,19 Schwerin
HH 20 Hamburg-Mitte,22 Hamburg-Nord
NI 21 Lüneburg,26 Oldenburg,27 Verden,29 Celle,30 Hannover,31 Hildesheim,37 Göttingen,38 Braunschweig,49 Osnabrück
SH 23 Lübeck,24 Kiel,25 Itzehoe
HB 28 Bremen
NW 32 Herford,33 Bielefeld,40 Düsseldorf,41 Mönchengladbach,42 Wuppertal,44 Dortmund,45 Essen,46 Oberhausen,47 Duisburg,48 Münster,50 Köln,51 Köln-Ost,52 Aachen,53 Bonn,57 Siegen,58 Hagen,59 Hamm
HE 34 Kassel,35 Gießen,36 Fulda,60 Frankfurt am Main,61 Bad Homburg,63 Offenbach,64 Darmstadt,65 Wiesbaden
RP 54 Trier,55 Mainz,56 Koblenz,67 Ludwigshafen
SL 66 Saarbrücken
BW 68 Mannheim,69 Heidelberg,70 Stuttgart,71 Ludwigsburg,72 Tübingen,73 Göppingen,74 Heilbronn,75 Pforzheim,76 Karlsruhe,77 Offenburg,78 Konstanz,79 Freiburg,88 Ravensburg,89 Ulm
BY 80 München,81 München-Süd,82 Starnberg,83 Rosenheim,84 Landshut,85 Ingolstadt,86 Augsburg,87 Kempten,90 Nürnberg,91 Erlangen,92 Amberg,93 Regensburg,94 Passau,95 Bayreuth,96 Bamberg,97 Würzburg`;

/** Code and name of entries that are written one after the other. */
const entries = (list) =>
  list.split(',').map((entry) => [entry.slice(0, entry.indexOf(' ')), entry.slice(entry.indexOf(' ') + 1)]);

/** Countries, states and German postcode areas, each after what it is part of. */
export function regions() {
  const rows = [];
  const ids = new Map();
  const add = (row) => {
    const made = { id: id('9001', rows.length + 1), ...row };
    ids.set(row.code, made.id);
    rows.push(made);
  };
  for (const [code, name] of Object.entries(countries)) add({ code, name, type: 'country' });
  for (const [country, list] of Object.entries(states))
    for (const [code, name] of entries(list))
      add({ code: `${country}-${code}`, name, type: 'state', parent_id: ids.get(country) });
  for (const line of areas.split('\n'))
    for (const [digits, name] of entries(line.slice(3)))
      add({
        code: `DE-${digits}`,
        name: `${digits} ${name}`,
        type: 'postcode_area',
        parent_id: ids.get(`DE-${line.slice(0, 2)}`),
        postcode_prefix: digits,
      });
  return rows;
}
