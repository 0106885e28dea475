import sharp from 'sharp';
import { brands, company, users } from './company.mjs';
import { day, officeTime } from './dates.mjs';
import { documentId, fileId, versionId } from './ids.mjs';
import { pdf } from './pdf.mjs';

/** A flip chart after a workshop, as somebody photographs it. */
const flipChart = () =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900">
      <rect width="1200" height="900" fill="#c7bfb3"/>
      <rect x="240" y="60" width="720" height="800" rx="8" fill="#fbfaf5" stroke="#8d867a" stroke-width="6"/>
      <g fill="none" stroke="#1d4ed8" stroke-width="12" stroke-linecap="round">
        <path d="M320 180 h420 M320 180 v0"/><path d="M320 300 l60 60 l110 -130"/><path d="M560 300 h300"/>
        <path d="M560 350 h220"/></g>
      <g fill="none" stroke="#dc2626" stroke-width="12" stroke-linecap="round">
        <circle cx="410" cy="560" r="80"/><path d="M500 560 h120 l-30 -30 m30 30 l-30 30"/>
        <rect x="640" y="490" width="220" height="140" rx="20"/></g>
      <path d="M340 760 q120 -70 240 0 t240 0" fill="none" stroke="#15803d" stroke-width="12"/></svg>`),
  )
    .jpeg({ quality: 70 })
    .toBuffer();

const [newoa] = brands;
const { street, postcode, city } = company.address;

/** A letter of the academy to a customer. */
const paperOf = (seeder) => (title, customer, ago, html) =>
  seeder.letter({
    locale: 'de',
    letterhead: {
      form: 'b',
      colour: newoa.colour,
      name: newoa.name,
      logoSide: 'right',
      sender: `${company.name} · ${street} · ${postcode} ${city}`,
      footer: [
        [company.name, street, `${postcode} ${city}`],
        [`Tel. ${newoa.phone}`, newoa.email, newoa.website.replace('https://', '')],
        [`Geschäftsführung: ${company.managing_directors}`, company.register_entry, `USt-IdNr. ${company.vat_id}`],
        [company.bank_name, `IBAN ${company.iban.replace(/(.{4})(?=.)/g, '$1\u00a0')}`, `BIC ${company.bic}`],
      ],
    },
    recipient: [customer.name],
    info: [
      ['Datum', day(-ago).split('-').toReversed().join('.')],
      ['Kundennummer', customer.number],
      ['Bearbeitung', users[1].name],
    ],
    subject: title,
    html: `<p>Guten Tag,</p>${html}<p>Mit freundlichen Grüßen</p><p>${users[1].name}</p>`,
  });

const euro = (cents) => `${(cents / 100).toLocaleString('de-DE', { minimumFractionDigits: 2 })}\u00a0€`;
/** What is offered, as a table with its sum. */
const positions = (rows) => {
  let sum = 0;
  const body = rows.map(([what, count, each], at) => {
    sum += count * each;
    return `<tr><td>${at + 1}</td><td>${what}</td><td data-align="right">${count}</td><td data-align="right">${euro(each)}</td><td data-align="right" data-carry="${euro(sum)}">${euro(count * each)}</td></tr>`;
  });
  return `<table><thead><tr><th>Pos.</th><th>Leistung</th><th data-align="right">Anzahl</th><th data-align="right">Einzelpreis</th><th data-align="right">Betrag</th></tr></thead><tbody>${body.join('')}</tbody><tfoot><tr><td></td><td><strong>Summe netto</strong></td><td></td><td></td><td data-align="right"><strong>${euro(sum)}</strong></td></tr></tfoot></table>`;
};
const contract = (months, percent) =>
  `<p>wir freuen uns auf die Zusammenarbeit und halten fest:</p><h3>1 Gegenstand</h3><p>Sie rufen Schulungstage zu den vereinbarten Bedingungen ab. Inhalt, Ort und Zeit stimmen wir je Abruf in Textform ab.</p><h3>2 Laufzeit</h3><p>Der Vertrag läuft ${months} Monate.</p><h3>3 Vergütung</h3><p>Es gilt die jeweilige Preisliste mit einem Nachlass von ${percent} Prozent.</p><h3>4 Absagen</h3><ol><li>Bis vierzehn Tage vor dem Termin kostenfrei.</li><li>Danach 50 Prozent, am Tag selbst der volle Preis.</li></ol><signature data-names="NeWoa Akademie GmbH|Auftraggeber"></signature>`;

/** Papers on customers and tasks: contracts with an earlier version, offers, receipts, a photo, a list. */
export async function documents(chance, seeder, customers, tasks) {
  const active = customers.filter(({ status }) => status === 'active').slice(0, 4);
  const [first, second, third, fourth] = active;
  const paper = paperOf(seeder);
  const offer = (customer, days) =>
    paper(
      'Angebot über Schulungen im eigenen Haus',
      customer,
      20,
      `<p>vielen Dank für Ihre Anfrage. Gern bieten wir Ihnen an:</p>${positions([
        ['Schulungstag im eigenen Haus, bis 12 Personen', days, 145_000],
        ['Unterlagen je Person', days * 12, 1_850],
        ['Anreise der Trainerin', 1, 18_000],
      ])}<p>Das Angebot gilt 30 Tage. Die Schulung ist nach § 4 Nr. 21 UStG von der Umsatzsteuer befreit.</p>`,
    );
  const wanted = [
    [
      'Rahmenvertrag.pdf',
      'contract',
      'Verträge',
      first,
      [
        await paper('Rahmenvertrag über Schulungen (Entwurf)', first, 40, contract('zwölf', 5)),
        await paper('Rahmenvertrag über Schulungen', first, 20, contract('vierundzwanzig', 8)),
      ],
      'Nachlass wie besprochen erhöht',
    ],
    ['Angebot Inhouse-Schulung.pdf', 'offer', 'Angebote', first, [await offer(first, 3)]],
    ['Flipchart Auftakt.jpg', 'photo', null, first, [await flipChart()], 'Ergebnis der Gruppenarbeit'],
    [
      'Teilnehmende.csv',
      'other',
      null,
      first,
      [
        Buffer.from(
          '\ufeffName;Abteilung;Vorkenntnisse\r\nJana Köhler;Einkauf;Grundkurs\r\nBen Schäfer;Vertrieb;keine\r\nIrem Öztürk;IT;Aufbautag\r\n',
        ),
      ],
    ],
    ['Angebot Teamtag.pdf', 'offer', null, second, [await offer(second, 1)]],
    [
      'Bestellung 4711.pdf',
      'letter',
      null,
      third,
      [
        pdf('Bestellung 4711', [
          third.name,
          '',
          'Grundkurs KI im Büro, 12 Personen',
          'Bitte bestätigen Sie uns den Termin.',
        ]),
      ],
    ],
    [
      'Teilnahmebescheinigung.pdf',
      'certificate',
      null,
      fourth,
      [
        await paper(
          'Teilnahmebescheinigung',
          fourth,
          12,
          '<p>wir bescheinigen die Teilnahme am Aufbautag mit 8 Stunden. Inhalte waren Grundlagen, Übungen am eigenen Beispiel und die Umsetzung im Arbeitsalltag.</p>',
        ),
      ],
    ],
    [
      'Ablaufplan.pdf',
      'other',
      null,
      tasks[0],
      [pdf('Ablaufplan', ['09:00 Begrüßung', '09:30 Gruppenarbeit', '12:00 Mittag', '16:00 Ende'])],
      undefined,
      'tasks',
    ],
    [
      'Gestaltungsregeln.pdf',
      'other',
      null,
      brands[0],
      [pdf('Gestaltungsregeln', ['Logo mit Abstand', 'Hausfarbe #1f6feb'])],
      undefined,
      'brands',
    ],
  ];
  const rows = { files: [], documents: [], versions: [] };
  let files = 0;
  for (const [
    index,
    [name, category, folder, target, contents, note = null, resource = 'customers'],
  ] of wanted.entries()) {
    const id = documentId(index + 1);
    const at = officeTime(chance, -chance.int(3, 60));
    const by = users[index % 3].id;
    const stamps = { created_at: at, created_by: by, updated_at: at, updated_by: by };
    const kept = [];
    for (const content of contents) {
      const stored = await seeder.keep(name, content);
      const file = { id: fileId(++files), ...stored };
      rows.files.push({ ...file, name, ...stamps });
      kept.push(file);
    }
    const newest = kept.at(-1);
    const facts = ({ id: file_id, media_type, size }) => ({ file_id, media_type, size });
    rows.documents.push({
      id,
      subject_resource: resource,
      subject_id: target.id,
      name,
      category,
      folder,
      ...facts(newest),
      version_note: note,
      version_number: kept.length,
      ...stamps,
    });
    for (const [i, file] of kept.entries())
      rows.versions.push({
        id: versionId(rows.versions.length + 1),
        document_id: id,
        number: i + 1,
        ...facts(file),
        note: i === kept.length - 1 ? note : null,
        ...stamps,
      });
  }
  await seeder.insert('files', rows.files);
  await seeder.insert('documents', rows.documents);
  await seeder.insert('document_versions', rows.versions);
}
