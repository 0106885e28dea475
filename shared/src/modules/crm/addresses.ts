import { defineResource } from '../../define/resource.ts';
import { choice, subject, text } from '../../kinds/index.ts';

export const addresses = defineResource({
  name: 'addresses',
  label: { de: ['Anschrift', 'Anschriften'], en: ['Address', 'Addresses'] },
  icon: 'place',
  title: ['street', 'city'],
  fields: {
    party: subject({ de: 'Gehört zu', en: 'Belongs to' }, { of: 'addressable', required: true }),
    type: choice(
      { de: 'Art', en: 'Type' },
      {
        main: { de: 'Hauptanschrift', en: 'Main address' },
        billing: { de: 'Rechnung', en: 'Billing' },
        delivery: { de: 'Lieferung', en: 'Delivery' },
      },
      { required: true, default: 'main' },
    ),
    street: text('Straße und Nr.', { max: 120 }),
    extra: text('Zusatz', { max: 120 }),
    postcode: text('PLZ', { max: 12 }),
    city: text('Ort', { required: true, max: 120, search: 'A' }),
    country: choice(
      'Land',
      {
        DE: { de: 'Deutschland', en: 'Germany' },
        AT: { de: 'Österreich', en: 'Austria' },
        CH: { de: 'Schweiz', en: 'Switzerland' },
        LI: { de: 'Liechtenstein', en: 'Liechtenstein' },
        BE: { de: 'Belgien', en: 'Belgium' },
        CZ: { de: 'Tschechien', en: 'Czechia' },
        DK: { de: 'Dänemark', en: 'Denmark' },
        FR: { de: 'Frankreich', en: 'France' },
        IT: { de: 'Italien', en: 'Italy' },
        LU: { de: 'Luxemburg', en: 'Luxembourg' },
        NL: { de: 'Niederlande', en: 'Netherlands' },
        PL: { de: 'Polen', en: 'Poland' },
      },
      { required: true, default: 'DE' },
    ),
  },
  list: {
    columns: ['street', 'postcode', 'city', 'country', 'type', 'party'],
    filters: ['country', 'type', 'city'],
    sort: ['city', 'ASC'],
  },
  owned: true,
});
