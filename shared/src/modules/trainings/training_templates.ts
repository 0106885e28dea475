import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import {
  boolean,
  choice,
  choices,
  date,
  integer,
  lines,
  percent,
  reference,
  references,
  richText,
  rollup,
  sequence,
  text,
} from '../../kinds/index.ts';
import { feedbackFigures } from './feedback_figures.ts';
import { formats, kinds, vatCases } from './formats.ts';

const exempt = { in: ['exempt_new', 'exempt_old'] };

/** An entry of the catalogue: what a training starts from. */
export const trainingTemplates = defineResource({
  name: 'training_templates',
  label: { de: ['Trainingsvorlage', 'Katalog'], en: ['Training template', 'Catalogue'] },
  icon: 'menu_book',
  title: ['name'],
  fields: {
    number: sequence({ de: 'Katalognummer', en: 'Catalogue number' }, { series: 'training_template', search: 'A' }),
    name: text('Bezeichnung', { required: true, max: 160, search: 'A' }),
    subject_area: choice(
      { de: 'Themengebiet', en: 'Subject area' },
      {
        boating: { de: 'Boot und Segeln', en: 'Boating and sailing' },
        ai: { de: 'KI und Copilot', en: 'AI and Copilot' },
        leadership: { de: 'Führung', en: 'Leadership' },
        sales: { de: 'Vertrieb', en: 'Sales' },
        communication: { de: 'Kommunikation', en: 'Communication' },
        safety: { de: 'Sicherheit', en: 'Safety' },
      },
    ),
    brand_ids: references('Marken', { to: 'brands' }),
    status: choice(
      'Status',
      {
        draft: { de: 'Entwurf', en: 'Draft' },
        active: { de: 'Im Angebot', en: 'On offer' },
        retired: { de: 'Ausgelaufen', en: 'Retired' },
      },
      { required: true, default: 'draft' },
    ),
    formats: choices('Formate', formats),
    description: richText('Beschreibung'),
    goals: richText({ de: 'Lernziele', en: 'Learning goals' }),
    days: lines({ de: 'Ablauf', en: 'Agenda' }, { of: 'training_template_days', by: 'template_id' }),
    days_count: rollup({ de: 'Tage', en: 'Days' }, { of: 'training_template_days', by: 'template_id', count: true }),
    units: rollup(
      { de: 'Unterrichtseinheiten', en: 'Teaching units' },
      { of: 'training_template_days', by: 'template_id', sum: 'units' },
    ),
    prices: lines('Preise', { of: 'training_prices', by: 'template_id', guard: 'prices' }),
    min_participants: integer(
      { de: 'Mindestzahl Teilnehmende', en: 'Minimum participants' },
      { min: 0, max: 10_000, total: false },
    ),
    max_participants: integer(
      { de: 'Höchstzahl Teilnehmende', en: 'Maximum participants' },
      { min: 1, max: 10_000, total: false, default: 12 },
    ),
    material: richText({ de: 'Material', en: 'Material' }),
    checklist_template_ids: references({ de: 'Checklisten', en: 'Checklists' }, { to: 'checklist_templates' }),
    qualification_ids: references(
      { de: 'Nötige Qualifikationen', en: 'Required qualifications' },
      { to: 'qualifications' },
    ),
    vat_case: choice({ de: 'Umsatzsteuer', en: 'VAT' }, vatCases, { required: true, default: 'standard' }),
    vat_certificate: text(
      { de: 'Nummer der Bescheinigung', en: 'Certificate number' },
      {
        max: 80,
        help: {
          de: 'Bescheinigung der Landesbehörde nach § 4 Nr. 21 UStG; ohne sie ist kein steuerfreier Preis möglich',
          en: 'Certificate of the state authority under § 4 no. 21 UStG; without it no price is exempt',
        },
      },
    ),
    vat_authority: text({ de: 'Behörde', en: 'Authority' }, { max: 160 }),
    vat_scope: text({ de: 'Umfang der Bescheinigung', en: 'Scope of the certificate' }, { max: 300 }),
    vat_valid_from: date({ de: 'Gültig ab', en: 'Valid from' }),
    vat_valid_to: date({ de: 'Gültig bis', en: 'Valid until' }),
    attendance_share: percent(
      { de: 'Anwesenheit für die Bescheinigung', en: 'Attendance for the certificate' },
      { min: '0', max: '100', required: true, default: '80.00' },
    ),
    exam: boolean({ de: 'Mit Prüfung', en: 'With exam' }),
    cancellation_terms_id: reference(
      { de: 'Stornobedingungen', en: 'Cancellation terms' },
      {
        to: 'cancellation_terms',
        help: { de: 'Leer: die übliche der Marke', en: 'Empty: what is usual for the brand' },
      },
    ),
    ...feedbackFigures('template_id'),
  },
  actions: {
    start_training: {
      label: { de: 'Training daraus anlegen', en: 'Start a training' },
      icon: 'school',
      input: {
        brand_id: reference('Marke', { to: 'brands', required: true }),
        kind: choice({ de: 'Durchführung', en: 'Kind' }, kinds, { required: true, default: 'in_house' }),
        format: choice('Format', formats, { required: true, default: 'classroom' }),
        customer_id: reference('Kunde', { to: 'customers' }),
        contact_id: reference({ de: 'Ansprechpartner', en: 'Contact' }, { to: 'contacts' }),
        location_id: reference({ de: 'Ort', en: 'Location' }, { to: 'locations' }),
        starts_on: date(
          { de: 'Wunschtermin', en: 'Wanted start' },
          {
            help: {
              de: 'Damit werden die Termine gleich gelegt: ohne Wochenenden und Feiertage',
              en: 'With it the sessions are placed at once: without weekends and holidays',
            },
          },
        ),
        name: text('Bezeichnung', {
          max: 160,
          help: { de: 'Leer: wie die Vorlage', en: 'Empty: as the template' },
        }),
      },
    },
  },
  scopes: { brand: { or: [{ brand_ids: { null: true } }, { brand_ids: { has: currentUser.brand_ids } }] } },
  checks: {
    exempt: {
      that: {
        or: [
          { not: { vat_case: exempt } },
          {
            and: [
              { vat_certificate: { null: false } },
              { vat_authority: { null: false } },
              { vat_valid_from: { null: false } },
            ],
          },
        ],
      },
      field: 'vat_certificate',
      message: {
        de: 'Steuerfrei nur mit Nummer, Behörde und Beginn der Bescheinigung (§ 4 Nr. 21 UStG).',
        en: 'Exempt only with number, authority and start of the certificate (§ 4 no. 21 UStG).',
      },
    },
    validity: {
      that: { or: [{ vat_valid_to: { null: true } }, { vat_valid_to: { gte: { field: 'vat_valid_from' } } }] },
      field: 'vat_valid_to',
      message: { de: 'Das Ende liegt vor dem Beginn.', en: 'The end is before the start.' },
    },
    participants: {
      that: {
        or: [
          { min_participants: { null: true } },
          { max_participants: { null: true } },
          { max_participants: { gte: { field: 'min_participants' } } },
        ],
      },
      field: 'max_participants',
      message: { de: 'Weniger als das Minimum.', en: 'Less than the minimum.' },
    },
  },
  list: {
    columns: ['number', 'name', 'subject_area', 'formats', 'days_count', 'units', 'brand_ids', 'status'],
    filters: ['status', 'subject_area', 'formats', 'brand_ids', 'qualification_ids', 'vat_case'],
    sort: ['name', 'ASC'],
  },
  form: {
    Angebot: ['name', 'subject_area', 'brand_ids', 'formats', 'status', 'description', 'goals'],
    Ablauf: ['days', 'min_participants', 'max_participants', 'material'],
    Preise: [
      'prices',
      'cancellation_terms_id',
      'vat_case',
      'vat_certificate',
      'vat_authority',
      'vat_scope',
      'vat_valid_from',
      'vat_valid_to',
    ],
    Durchführung: ['checklist_template_ids', 'qualification_ids', 'attendance_share', 'exam'],
  },
  sections: { Angebot: 'Offer', Ablauf: 'Agenda', Preise: 'Prices', Durchführung: 'Delivery' },
  abilities: ['notable', 'taskable', 'documentable', 'printable'],
  import_key: ['number'],
  duplicates: ['name'],
  trash: true,
});
