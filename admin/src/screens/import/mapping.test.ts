import { describe, expect, it } from '@jest/globals';
import type { Resource } from '@kontor/shared';
import { customers } from '@kontor/shared/modules/crm/customers';
import { doubled, errorFile, missing, possibleKeys, proposed, used } from './mapping.ts';

const resource = customers as unknown as Resource;

describe('mapping of an import', () => {
  it('takes each proposed field once', () => {
    const columns = [
      { name: 'Name', field: 'name', samples: [] },
      { name: 'Firma', field: 'name', samples: [] },
      { name: 'X', field: null, samples: [] },
    ];
    expect(proposed({ columns })).toEqual({
      Name: 'name',
      Firma: '',
      X: '',
    });
  });
  it('finds what is doubled and what is missing', () => {
    expect([...doubled({ A: 'name', B: 'name', C: '', D: '' })]).toEqual(['name']);
    expect(missing(resource, { A: 'email' })).toEqual(['name']);
    expect(used({ A: 'name', B: '' })).toEqual({ A: 'name' });
  });
  it('recognises records by mapped keys only', () => {
    expect(possibleKeys(resource, { A: 'name' })).toEqual([]);
    expect(possibleKeys(resource, { A: 'number' })).toEqual([['number']]);
  });
});

describe('the error list', () => {
  it('opens in a spreadsheet and runs no formula', () => {
    const text = errorFile(
      [{ row: 2, column: 'A;B', field: 'name', value: '=1+1', message: 'Bitte "so".' }],
      ['Zeile', 'Spalte', 'Wert', 'Meldung'],
    );
    expect(text).toBe('\ufeffZeile;Spalte;Wert;Meldung\r\n2;"A;B";\'=1+1;"Bitte ""so""."\r\n');
  });
});
