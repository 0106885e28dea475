import { expect, test } from 'vitest';
import { parseAddressee, recipientsOf } from './letter.ts';

test('addresses are typed bare, or with the name of whose they are', () => {
  expect(parseAddressee(' anna@example.de ')).toEqual({ email: 'anna@example.de' });
  expect(parseAddressee('Anna Berger <anna@example.de>')).toEqual({ email: 'anna@example.de', name: 'Anna Berger' });
  expect(parseAddressee('"Berger, Anna" <anna@example.de>')).toEqual({
    email: 'anna@example.de',
    name: 'Berger, Anna',
  });
  // what is no address is sent as it was typed: the server says so at the field
  expect(parseAddressee('anna@')).toEqual({ email: 'anna@' });
});

test('recipients keep the way by which they get it', () => {
  expect(recipientsOf({ to: ['a@example.de'], cc: [], bcc: ['B <b@example.de>'] })).toEqual([
    { role: 'to', email: 'a@example.de' },
    { role: 'bcc', email: 'b@example.de', name: 'B' },
  ]);
});
