import { describe, expect, it } from 'vitest';
import { confirmationOf } from './confirmation.ts';

describe('what has to be typed to delete for good', () => {
  it('is the name, and of a long text its first words', () => {
    expect(confirmationOf('  Müller  GmbH ')).toBe('Müller GmbH');
    expect(confirmationOf('Hat angerufen. Der Termin kollidiert mit der Inventur im Lager.')).toBe(
      'Hat angerufen. Der Termin kollidiert mit',
    );
    expect(confirmationOf('x'.repeat(60))).toBe('x'.repeat(40));
  });
});
