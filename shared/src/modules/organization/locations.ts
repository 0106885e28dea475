import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import {
  address,
  boolean,
  choice,
  choices,
  email,
  integer,
  money,
  phone,
  reference,
  references,
  text,
} from '../../kinds/index.ts';

/** Where something takes place: venues with their rooms, as a tree. */
export const locations = defineResource({
  name: 'locations',
  label: { de: ['Ort', 'Orte'], en: ['Location', 'Locations'] },
  icon: 'place',
  title: ['name'],
  fields: {
    name: text('Name', { required: true, max: 120, search: 'A' }),
    type: choice(
      { de: 'Art', en: 'Type' },
      {
        venue: { de: 'Veranstaltungsort', en: 'Venue' },
        room: { de: 'Raum', en: 'Room' },
        office: { de: 'Büro', en: 'Office' },
        water: { de: 'Hafen oder Gewässer', en: 'Harbour or waters' },
      },
      { required: true, default: 'venue' },
    ),
    parent_id: reference({ de: 'Gehört zu', en: 'Part of' }, { to: 'locations' }),
    address: address('Anschrift'),
    region_id: reference(
      { de: 'Bundesland', en: 'State' },
      { to: 'regions', help: { de: 'Danach richten sich die Feiertage', en: 'Holidays follow from it' } },
    ),
    capacity: integer({ de: 'Plätze', en: 'Capacity' }, { min: 0, max: 100_000 }),
    equipment: choices('Ausstattung', {
      projector: { de: 'Beamer', en: 'Projector' },
      screen: { de: 'Bildschirm', en: 'Screen' },
      whiteboard: { de: 'Whiteboard', en: 'Whiteboard' },
      flipchart: { de: 'Flipchart', en: 'Flip chart' },
      facilitation: { de: 'Moderationskoffer', en: 'Facilitation kit' },
      video: { de: 'Videokonferenz', en: 'Video conference' },
      wifi: { de: 'WLAN', en: 'Wi-Fi' },
      computers: { de: 'Rechner', en: 'Computers' },
      catering: { de: 'Bewirtung', en: 'Catering' },
      step_free: { de: 'Stufenlos', en: 'Step-free' },
    }),
    day_rate: money({ de: 'Tagesmiete', en: 'Day rate' }, { min: '0', guard: 'margin' }),
    contact_name: text({ de: 'Ansprechpartner', en: 'Contact' }, { max: 120 }),
    email: email('E-Mail'),
    phone: phone('Telefon'),
    directions: text({ de: 'Anfahrt', en: 'Directions' }, { multiline: true, max: 4000 }),
    brand_ids: references('Marken', {
      to: 'brands',
      help: { de: 'Leer: für alle Marken', en: 'Empty: for all brands' },
    }),
    active: boolean('Aktiv', { default: true }),
  },
  scopes: { brand: { or: [{ brand_ids: { null: true } }, { brand_ids: { has: currentUser.brand_ids } }] } },
  tree: 'parent_id',
  list: {
    columns: ['name', 'type', 'parent_id', 'address', 'capacity', 'equipment', 'active'],
    filters: ['type', 'parent_id', 'region_id', 'equipment', 'active', 'brand_ids'],
    sort: ['name', 'ASC'],
  },
  form: {
    Ort: ['name', 'type', 'parent_id', 'address', 'region_id'],
    Ausstattung: ['capacity', 'equipment', 'day_rate'],
    Erreichbarkeit: ['contact_name', 'email', 'phone', 'directions'],
    Verwendung: ['brand_ids', 'active'],
  },
  sections: { Ort: 'Location', Ausstattung: 'Equipment', Erreichbarkeit: 'How to reach', Verwendung: 'Use' },
  abilities: ['notable', 'taskable', 'documentable', 'mailable', 'printable', 'reservable'],
  postal: { name: [['name'], ['contact_name']], address: 'address' },
  import_key: ['name'],
  duplicates: ['name'],
  trash: true,
});
