import { brands } from '../company.mjs';
import { trainingIds } from '../ids.mjs';
import { daysBetween } from './workdays.mjs';

const [newoa, boat, copilots] = brands.map(({ id }) => id);

/** What each brand has agreed on: less than so many days before, so many per cent. */
const agreed = [
  {
    brand_id: newoa,
    name: 'Seminare der NeWoa',
    steps: [
      [14, 50],
      [7, 80],
      [2, 100],
    ],
  },
  {
    brand_id: boat,
    name: 'Törns und Kurse auf dem Wasser',
    steps: [
      [28, 30],
      [14, 60],
      [4, 100],
    ],
  },
  {
    brand_id: copilots,
    name: 'Kurse der copilotenschule',
    steps: [
      [10, 50],
      [3, 100],
    ],
  },
];

export const termRows = agreed.map(({ name, brand_id }, i) => ({
  id: trainingIds.cancellationTerms(i + 1),
  name,
  brand_id,
  standard: true,
}));

export const stepRows = agreed
  .flatMap(({ steps }, i) => steps.map(([days, share]) => ({ terms_id: termRows[i].id, days, share: `${share}.00` })))
  .map((row, i) => ({ id: trainingIds.cancellationStep(i + 1), ...row }));

export const termsOf = (brand) => termRows.find(({ brand_id }) => brand_id === brand).id;

/** What who cancelled on a day owes, as the terms of the training say; null for nothing. */
export function feeOn(day, first, { cancellation_terms_id, status }, price) {
  if (price === null || status === 'cancelled') return null;
  const left = daysBetween(day, first);
  const [step] = stepRows
    .filter(({ terms_id, days }) => terms_id === cancellation_terms_id && left < days)
    .sort((a, b) => a.days - b.days);
  return step ? ((Math.round(Number(price) * 100) * Number(step.share)) / 10_000).toFixed(2) : null;
}
