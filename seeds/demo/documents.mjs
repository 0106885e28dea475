import sharp from 'sharp';
import { brands, users } from './company.mjs';
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

const paper = (title, customer, ...lines) =>
  pdf(title, [
    customer.name,
    '',
    ...lines,
    '',
    `Köln, ${day(-20).split('-').toReversed().join('.')}`,
    'NeWoa Akademie GmbH',
  ]);

/** Papers on customers and tasks: contracts with an earlier version, offers, receipts, a photo, a list. */
export async function documents(chance, seeder, customers, tasks) {
  const active = customers.filter(({ status }) => status === 'active').slice(0, 4);
  const [first, second, third, fourth] = active;
  const offer = (customer, days) =>
    paper('Angebot', customer, `${days} Schulungstage im eigenen Haus`, `Preis je Tag: 1.450,00 EUR`, 'Gültig 30 Tage');
  const wanted = [
    [
      'Rahmenvertrag.pdf',
      'contract',
      'Verträge',
      first,
      [
        paper('Rahmenvertrag (Entwurf)', first, 'Laufzeit zwölf Monate', 'Nachlass 5 Prozent'),
        paper('Rahmenvertrag', first, 'Laufzeit vierundzwanzig Monate', 'Nachlass 8 Prozent'),
      ],
      'Nachlass wie besprochen erhöht',
    ],
    ['Angebot Inhouse-Schulung.pdf', 'offer', 'Angebote', first, [offer(first, 3)]],
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
    ['Angebot Teamtag.pdf', 'offer', null, second, [offer(second, 1)]],
    [
      'Bestellung 4711.pdf',
      'letter',
      null,
      third,
      [paper('Bestellung 4711', third, 'Grundkurs KI im Büro, 12 Personen')],
    ],
    [
      'Teilnahmebescheinigung.pdf',
      'certificate',
      null,
      fourth,
      [paper('Bescheinigung', fourth, 'Aufbautag, 8 Stunden')],
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
