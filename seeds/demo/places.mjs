/** Towns with a postcode of theirs. The first list is where the company comes from and has most of its customers. */
const read = (country, text) =>
  text
    .trim()
    .split('\n')
    .flatMap((line) => line.trim().split(' · '))
    .map((place) => ({
      postcode: place.slice(0, place.indexOf(' ')),
      city: place.slice(place.indexOf(' ') + 1),
      country,
    }));

export const nearby = read(
  'DE',
  `50667 Köln · 50823 Köln · 50937 Köln · 51063 Köln · 50321 Brühl · 50354 Hürth · 51465 Bergisch Gladbach · 53111 Bonn
  53721 Siegburg · 53840 Troisdorf · 53879 Euskirchen · 52349 Düren · 52062 Aachen · 41460 Neuss · 40213 Düsseldorf
  40479 Düsseldorf · 51373 Leverkusen · 47798 Krefeld · 41061 Mönchengladbach · 42103 Wuppertal · 56068 Koblenz`,
);
export const germany = read(
  'DE',
  `10115 Berlin · 10969 Berlin · 12043 Berlin · 20095 Hamburg · 22765 Hamburg · 80331 München · 80802 München
  60311 Frankfurt am Main · 60486 Frankfurt am Main · 70173 Stuttgart · 44137 Dortmund · 45127 Essen · 04109 Leipzig
  28195 Bremen · 01067 Dresden · 30159 Hannover · 90402 Nürnberg · 47051 Duisburg · 44787 Bochum · 33602 Bielefeld
  48143 Münster · 76133 Karlsruhe · 68161 Mannheim · 86150 Augsburg · 65183 Wiesbaden · 38100 Braunschweig · 09111 Chemnitz
  24103 Kiel · 06108 Halle (Saale) · 39104 Magdeburg · 79098 Freiburg im Breisgau · 55116 Mainz · 23552 Lübeck
  99084 Erfurt · 18055 Rostock · 34117 Kassel · 58095 Hagen · 66111 Saarbrücken · 14467 Potsdam · 67059 Ludwigshafen am Rhein
  26122 Oldenburg · 49074 Osnabrück · 69117 Heidelberg · 64283 Darmstadt · 93047 Regensburg · 97070 Würzburg · 89073 Ulm
  85049 Ingolstadt · 74072 Heilbronn · 37073 Göttingen · 54290 Trier · 07743 Jena · 57072 Siegen · 91052 Erlangen
  94032 Passau · 78462 Konstanz · 96047 Bamberg · 24937 Flensburg · 99423 Weimar · 83022 Rosenheim · 95444 Bayreuth
  19053 Schwerin · 36037 Fulda · 33330 Gütersloh · 33098 Paderborn`,
);
export const austria = read(
  'AT',
  `1010 Wien · 1070 Wien · 1150 Wien · 8010 Graz · 4020 Linz · 5020 Salzburg · 6020 Innsbruck · 9500 Villach · 4600 Wels
  3100 St. Pölten · 6850 Dornbirn · 6900 Bregenz`,
);
export const switzerland = read(
  'CH',
  `8001 Zürich · 8004 Zürich · 4051 Basel · 3011 Bern · 6003 Luzern · 9000 St. Gallen · 8400 Winterthur · 6300 Zug
  5000 Aarau · 7000 Chur · 8200 Schaffhausen · 3600 Thun`,
);

export const streets = (
  'Ahornweg,Am Alten Hafen,Am Bahndamm,Am Markt,Am Mühlbach,Amselweg,An der Linde,Auf dem Kamp,Bachstraße,Bahnhofstraße,' +
  'Bergstraße,Birkenallee,Brunnenstraße,Buchenweg,Burgstraße,Dorfstraße,Eichendorffstraße,Feldstraße,Friedhofstraße,' +
  'Gartenstraße,Gewerbepark,Goethestraße,Grüner Weg,Hafenstraße,Hauptstraße,Heinrich-Heine-Straße,Hermann-Löns-Weg,' +
  'Im Gewerbegebiet,Industriestraße,Jahnstraße,Kastanienallee,Kirchplatz,Klosterstraße,Königsallee,Lange Straße,' +
  'Lessingstraße,Lindenstraße,Marktplatz,Mozartstraße,Mühlenweg,Neue Straße,Nordring,Parkstraße,Poststraße,Ringstraße,' +
  'Rosenweg,Schillerstraße,Schlossallee,Schulstraße,Siemensstraße,Sonnenhang,Südring,Talstraße,Turmstraße,Uferstraße,' +
  'Wallstraße,Weinbergstraße,Werkstraße,Wiesenweg,Ziegeleiweg'
).split(',');

/** Numbers that nobody has: the Federal Network Agency keeps these ranges free for films and books. */
export const landlines = ['+49 30 23125', '+49 69 90009', '+49 40 66969', '+49 221 4710', '+49 89 99998'];
const mobiles = ['+49 171 39200', '+49 176 040690'];

/** The n-th landline number; five thousand of them are different. */
export const landline = (n) =>
  `${landlines[n % landlines.length]}${String(Math.floor(n / landlines.length) % 1000).padStart(3, '0')}`;
export const mobile = (n) =>
  `${mobiles[n % mobiles.length]}${String(Math.floor(n / mobiles.length) % 100).padStart(2, '0')}`;
