import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import { choice, date, datetime, integer, reference, sequence, status, text } from '../../kinds/index.ts';
import { languages } from './formats.ts';

/** A proof that somebody took part, with what it said when it was issued. It is revoked, never changed. */
export const certificates = defineResource({
  name: 'certificates',
  label: { de: ['Bescheinigung', 'Bescheinigungen'], en: ['Certificate', 'Certificates'] },
  icon: 'workspace_premium',
  title: ['number'],
  fields: {
    // whoever checks a register of certificates asks for every number
    number: sequence(
      { de: 'Bescheinigungsnummer', en: 'Certificate number' },
      { series: 'certificate', on: 'create', search: 'A' },
    ),
    enrolment_id: reference('Anmeldung', { to: 'enrolments', required: true }),
    training_id: reference('Training', { to: 'trainings', copies: ['enrolment_id', 'training_id'], readOnly: true }),
    brand_id: reference('Marke', { to: 'brands', copies: ['enrolment_id', 'brand_id'], readOnly: true }),
    contact_id: reference(
      { de: 'Teilnehmer', en: 'Participant' },
      { to: 'contacts', copies: ['enrolment_id', 'contact_id'], readOnly: true },
    ),
    language: choice('Sprache', languages, { copies: ['enrolment_id', 'language'], readOnly: true, hidden: true }),
    type: choice(
      { de: 'Art', en: 'Type' },
      {
        attendance: { de: 'Teilnahme', en: 'Attendance' },
        success: { de: 'Mit Erfolg', en: 'With success' },
      },
      { required: true, default: 'attendance', readOnly: true },
    ),
    status: status(
      'Status',
      { valid: { de: 'Gültig', en: 'Valid' }, revoked: { de: 'Widerrufen', en: 'Revoked' } },
      { tones: { valid: 'success', revoked: 'error' } },
    ),
    holder: text({ de: 'Ausgestellt für', en: 'Issued to' }, { max: 250, search: 'A', readOnly: true }),
    course: text({ de: 'Über', en: 'Course' }, { max: 300, search: 'B', readOnly: true }),
    units: integer({ de: 'Einheiten (45 min)', en: 'Units (45 min)' }, { readOnly: true }),
    from_on: date({ de: 'Von', en: 'From' }, { readOnly: true }),
    until_on: date({ de: 'Bis', en: 'Until' }, { readOnly: true }),
    issued_on: date({ de: 'Ausgestellt am', en: 'Issued on' }, { readOnly: true, default: { from: 'today' } }),
    document_id: reference(
      { de: 'Dokument', en: 'Document' },
      { to: 'documents', readOnly: true, onDelete: 'set_null' },
    ),
    revoked_at: datetime({ de: 'Widerrufen am', en: 'Revoked at' }, { readOnly: true }),
    reason: text({ de: 'Grund des Widerrufs', en: 'Reason of revocation' }, { max: 300 }),
  },
  workflow: {
    field: 'status',
    initial: 'valid',
    transitions: {
      revoke: {
        label: { de: 'Widerrufen', en: 'Revoke' },
        from: ['valid'],
        to: 'revoked',
        requires: ['reason'],
        input: ['reason'],
      },
    },
  },
  scopes: { brand: { brand_id: { in: currentUser.brand_ids } } },
  list: {
    columns: ['number', 'holder', 'course', 'type', 'issued_on', 'status'],
    filters: ['status', 'type', 'training_id', 'enrolment_id', 'brand_id', 'issued_on'],
    sort: ['number', 'DESC'],
  },
  form: {
    Bescheinigung: [
      'enrolment_id',
      'type',
      'holder',
      'course',
      'units',
      'from_on',
      'until_on',
      'issued_on',
      'document_id',
      'reason',
    ],
  },
  sections: { Bescheinigung: 'Certificate' },
  permanent: true,
  abilities: ['documentable', 'mailable', 'printable', 'linkable'],
});
