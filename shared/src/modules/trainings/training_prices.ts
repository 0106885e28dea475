import { defineResource } from '../../define/resource.ts';
import { choice, money, reference } from '../../kinds/index.ts';
import { formats } from './formats.ts';

/** What a training costs, per brand and format; the most precise price counts. */
export const trainingPrices = defineResource({
  name: 'training_prices',
  label: { de: ['Preis', 'Preise'] },
  title: ['per'],
  fields: {
    template_id: reference('Vorlage', { to: 'training_templates', required: true, onDelete: 'cascade' }),
    brand_id: reference('Marke', { to: 'brands', help: { de: 'Leer: für alle Marken', en: 'Empty: for all brands' } }),
    format: choice('Format', formats, { help: { de: 'Leer: für jedes Format', en: 'Empty: for every format' } }),
    per: choice(
      { de: 'Preis je', en: 'Price per' },
      {
        participant: { de: 'Teilnehmer (offen)', en: 'Participant (open)' },
        training: { de: 'Training (Inhouse)', en: 'Training (in-house)' },
      },
      { required: true, default: 'participant' },
    ),
    price: money('Preis', { required: true, min: '0' }),
  },
  owned: true,
});
