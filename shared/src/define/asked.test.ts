import { expect, test } from 'vitest';
import { money, text } from '../kinds/index.ts';
import { askedFields } from './asked.ts';

test('what only a step writes can be written in it', () => {
  const fields = { fee: money('Gebühr', { readOnly: true, min: '0' }), reason: text('Grund') };
  const asked = askedFields({ fields }, ['fee', 'reason']);
  expect(asked.fee).toMatchObject({ kind: 'money', min: '0' });
  expect(asked.fee).not.toHaveProperty('readOnly');
  expect(asked.reason).toEqual(fields.reason);
});
