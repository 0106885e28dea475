import type { Resource } from '@kontor/shared';
import { contacts } from '@kontor/shared/modules/crm/contacts';
import { customers } from '@kontor/shared/modules/crm/customers';
import { tags } from '@kontor/shared/modules/platform/tags';
import { describe, expect, it } from 'vitest';
import { doubled, errorFile, missing, possibleKeys, proposed, proposedKey, used } from './mapping.ts';

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
  it('recognises records by mapped keys only, the surest first and each once', () => {
    expect(possibleKeys(resource, { A: 'website', B: '' })).toEqual([]);
    expect(possibleKeys(resource, { A: 'number' })).toEqual([['number']]);
    expect(possibleKeys(resource, { A: 'name', B: 'email', C: 'number' })).toEqual([['number'], ['email'], ['name']]);
    expect(possibleKeys(contacts as unknown as Resource, { A: 'last_name', B: 'first_name', C: 'email' })).toEqual([
      ['email'],
      ['last_name'],
    ]);
  });
  it('takes several fields that name a record together', () => {
    const named: Resource = { ...resource, title: ['name', 'phone'], duplicates: [] };
    expect(possibleKeys(named, { A: 'name' })).toEqual([]);
    expect(possibleKeys(named, { A: 'name', B: 'phone' })).toEqual([['name', 'phone']]);
  });
  it('proposes a key only that no two records share by right', () => {
    expect(proposedKey(resource, { A: 'name', B: 'email' })).toEqual([]);
    expect(proposedKey(resource, { A: 'name', B: 'number' })).toEqual(['number']);
    expect(proposedKey(tags as unknown as Resource, { A: 'name' })).toEqual(['name']);
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
