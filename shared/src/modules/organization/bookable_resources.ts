import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import { boolean, choice, reference, references, text } from '../../kinds/index.ts';

/** Things that one training at a time can use: boats, cars, sets of notebooks. Rooms are locations. */
export const bookableResources = defineResource({
  name: 'bookable_resources',
  label: { de: ['Gerät', 'Geräte'], en: ['Bookable resource', 'Bookable resources'] },
  icon: 'devices_other',
  title: ['name'],
  fields: {
    name: text('Name', { required: true, max: 120, search: 'A' }),
    type: choice(
      { de: 'Art', en: 'Type' },
      {
        device: { de: 'Gerät', en: 'Device' },
        kit: { de: 'Koffer oder Satz', en: 'Kit' },
        vehicle: { de: 'Fahrzeug', en: 'Vehicle' },
        boat: { de: 'Boot', en: 'Boat' },
      },
      { required: true, default: 'device' },
    ),
    inventory_number: text('Inventarnummer', { max: 40, search: 'A', unique: true }),
    location_id: reference({ de: 'Steht in', en: 'Kept at' }, { to: 'locations' }),
    brand_ids: references('Marken', {
      to: 'brands',
      help: { de: 'Leer: für alle Marken', en: 'Empty: for all brands' },
    }),
    remarks: text('Bemerkungen', { multiline: true, max: 2000 }),
    active: boolean('Aktiv', { default: true }),
  },
  scopes: { brand: { or: [{ brand_ids: { null: true } }, { brand_ids: { has: currentUser.brand_ids } }] } },
  list: {
    columns: ['name', 'type', 'inventory_number', 'location_id', 'brand_ids', 'active'],
    filters: ['type', 'location_id', 'active', 'brand_ids'],
    sort: ['name', 'ASC'],
  },
  form: { Gerät: ['name', 'type', 'inventory_number', 'location_id', 'brand_ids', 'active', 'remarks'] },
  sections: { Gerät: 'Resource' },
  abilities: ['notable', 'documentable', 'reservable'],
  import_key: ['inventory_number'],
  trash: true,
});
