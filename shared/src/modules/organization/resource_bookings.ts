import { defineResource } from '../../define/resource.ts';
import { datetime, status, subject, text } from '../../kinds/index.ts';

/**
 * A room or a device, taken for a time. Options may lie over each other; what is confirmed has it alone, back to back with
 * the next.
 */
export const resourceBookings = defineResource({
  name: 'resource_bookings',
  label: { de: ['Belegung', 'Belegungen'], en: ['Booking', 'Bookings'] },
  icon: 'event_seat',
  title: ['purpose'],
  fields: {
    purpose: text({ de: 'Wofür', en: 'Purpose' }, { required: true, max: 200, search: 'A' }),
    what: subject({ de: 'Ort oder Gerät', en: 'Location or resource' }, { of: 'reservable', required: true }),
    starts_at: datetime('Beginn', { required: true }),
    ends_at: datetime('Ende', { required: true }),
    status: status(
      'Status',
      {
        option: { de: 'Option', en: 'Option' },
        confirmed: { de: 'Bestätigt', en: 'Confirmed' },
        released: { de: 'Freigegeben', en: 'Released' },
      },
      { tones: { option: 'warning', confirmed: 'success' } },
    ),
    subject: subject({ de: 'Gehört zu', en: 'Belongs to' }, { of: 'bookable', onDelete: 'cascade' }),
  },
  workflow: {
    field: 'status',
    initial: 'option',
    transitions: {
      confirm: { label: { de: 'Bestätigen', en: 'Confirm' }, from: ['option'], to: 'confirmed' },
      release: { label: { de: 'Freigeben', en: 'Release' }, from: ['option', 'confirmed'], to: 'released' },
      renew: { label: { de: 'Wieder vormerken', en: 'Take up again' }, from: ['released'], to: 'option' },
    },
  },
  checks: {
    order: {
      that: { ends_at: { gt: { field: 'starts_at' } } },
      field: 'ends_at',
      message: { de: 'Das Ende liegt nicht nach dem Beginn.', en: 'The end is not after the start.' },
    },
  },
  exclusions: {
    alone: {
      equal: ['what_id'],
      range: ['starts_at', 'ends_at'],
      where: { status: 'confirmed' },
      message: { de: 'In dieser Zeit schon belegt.', en: 'Taken at that time.' },
    },
  },
  list: {
    columns: ['purpose', 'what', 'starts_at', 'ends_at', 'status', 'subject'],
    filters: ['status', 'starts_at'],
    sort: ['starts_at', 'ASC'],
  },
  views: { calendar: { from: 'starts_at', to: 'ends_at' } },
  form: { Belegung: ['purpose', 'what', 'starts_at', 'ends_at', 'subject'] },
  sections: { Belegung: 'Booking' },
});
