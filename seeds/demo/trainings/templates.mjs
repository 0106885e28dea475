import { brands } from '../company.mjs';
import { day } from '../dates.mjs';
import { trainingIds } from '../ids.mjs';
import { catalogue, contents, qualifications } from './catalogue.mjs';
import { templatesFor } from './checklists.mjs';

const [newoa, boat, copilots] = brands.map(({ id }) => id);
export const brandOf = { n: newoa, b: boat, c: copilots };

export const qualificationRows = Object.values(qualifications).map(([name, description], i) => ({
  id: trainingIds.qualification(i + 1),
  name,
  description,
}));
const qualificationId = (key) => trainingIds.qualification(Object.keys(qualifications).indexOf(key) + 1);

const certificates = {
  n: {
    number: '48.03.01-2025-117',
    authority: 'Bezirksregierung Köln',
    scope: 'Berufliche Fortbildung: Führung und Kommunikation',
  },
  c: {
    number: '48.03.01-2025-231',
    authority: 'Bezirksregierung Köln',
    scope: 'Berufliche Fortbildung: Anwendung von KI am Arbeitsplatz',
  },
};

/** What the price of a template means for VAT; an exemption stands on the certificate of the state authority. */
function vat({ brand, marks }) {
  if (marks.has('old'))
    return {
      vat_case: 'exempt_old',
      vat_certificate: '48.03.01-2019-064',
      vat_authority: 'Bezirksregierung Köln',
      vat_scope: 'Vorbereitung auf einen Beruf: Projektleitung',
      vat_valid_from: '2019-03-01',
      vat_valid_to: '2024-12-31',
    };
  if (!marks.has('exempt')) return { vat_case: 'standard' };
  const { number, authority, scope } = certificates[brand];
  return {
    vat_case: 'exempt_new',
    vat_certificate: number,
    vat_authority: authority,
    vat_scope: scope,
    vat_valid_from: '2025-01-01',
    vat_valid_to: brand === 'n' ? day(420) : null,
  };
}

const euros = (amount) => `${amount}.00`;

/** The templates with agenda and prices; `entry` is what the catalogue says of each. */
export const templateRows = catalogue.map((entry, i) => ({
  entry,
  row: {
    id: trainingIds.template(i + 1),
    number: `KAT-${101 + i}`,
    name: entry.name,
    subject_area: entry.area,
    status: entry.marks.has('draft') ? 'draft' : entry.marks.has('retired') ? 'retired' : 'active',
    brand_ids: [brandOf[entry.brand]],
    formats: entry.formats,
    description: `<p>${entry.topics.length === 1 ? 'Ein Tag' : `${entry.topics.length} Tage`} mit viel Übung: ${entry.topics.join(', ')}.</p>`,
    goals: `<ul>${entry.topics.map((topic) => `<li>${topic}</li>`).join('')}</ul>`,
    material: entry.marks.has('boat')
      ? '<p>Schwimmwesten, Bordapotheke, Wetterkarte vom Tag</p>'
      : '<p>Skript je Person, Namensschilder, Feedbackbogen</p>',
    min_participants: Math.ceil(entry.places / 3),
    max_participants: entry.places,
    checklist_template_ids: templatesFor(entry),
    qualification_ids: entry.qualifications.map(qualificationId),
    attendance_share: entry.marks.has('exam') ? '90.00' : '80.00',
    exam: entry.marks.has('exam'),
    ...vat(entry),
  },
}));

export const dayRows = templateRows
  .flatMap(({ row, entry }) =>
    entry.topics.map((name, i) => ({
      template_id: row.id,
      day: i + 1,
      name,
      starts: entry.area === 'boating' ? '10:00' : '09:00',
      ends: entry.area === 'boating' ? '17:30' : '16:30',
      units: 8,
      content: contents[entry.area],
    })),
  )
  .map((row, i) => ({ id: trainingIds.templateDay(i + 1), ...row }));

/** A price for a seat and one for the house; online is cheaper where it is on offer besides others. */
export const priceRows = templateRows
  .flatMap(({ row, entry }) => {
    const brand_id = brandOf[entry.brand];
    const cheaper = entry.formats.length > 1 && entry.formats.includes('online');
    return [
      { template_id: row.id, brand_id, format: null, per: 'participant', price: euros(entry.price) },
      ...(cheaper
        ? [
            {
              template_id: row.id,
              brand_id,
              format: 'online',
              per: 'participant',
              price: euros(Math.round(entry.price * 0.085) * 10),
            },
          ]
        : []),
      { template_id: row.id, brand_id: null, format: null, per: 'training', price: euros(entry.inHouse) },
    ];
  })
  .map((row, i) => ({ id: trainingIds.price(i + 1), ...row }));
