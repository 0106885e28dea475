import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { model } from '@kontor/shared/modules/index';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { root } from '../config.ts';
import { scaffold } from './index.ts';

const modules = 'shared/src/modules';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kontor-new-'));
  cpSync(join(root, modules), join(folder, modules), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const make = (name: string, label?: string) => scaffold(name, { root: folder, model, label });
const read = (file: string) => readFileSync(join(folder, modules, file), 'utf8');

describe('npm run new', () => {
  test('writes a declaration and registers it in its module', () => {
    expect(make('crm/big_deals', 'Abschluss/Abschlüsse').map(([file]) => file)).toEqual([
      `${modules}/crm/big_deals.ts`,
      `${modules}/crm/index.ts`,
    ]);
    expect(read('crm/big_deals.ts')).toContain("label: { de: ['Abschluss', 'Abschlüsse'] }");
    expect(read('crm/big_deals.ts').split('\n').length).toBeLessThanOrEqual(28);
    expect(read('crm/index.ts')).toMatch(/resources: \[.*, bigDeals\]/);
    expect(read('crm/index.ts')).toMatch(
      /addresses.*\nimport \{ bigDeals \} from '.\/big_deals.ts';\nimport .*contacts/,
    );
  });

  test('makes a module that is not there yet', () => {
    expect(make('inventory/devices').map(([file]) => file)).toEqual([
      `${modules}/inventory/devices.ts`,
      `${modules}/inventory/index.ts`,
      `${modules}/index.ts`,
    ]);
    expect(read('inventory/devices.ts')).toContain("label: { de: ['Device', 'Devices'] }");
    expect(read('index.ts')).toContain("import { inventory } from './inventory/index.ts';");
    expect(read('index.ts')).toMatch(/defineModules\([\s\S]*inventory,?\s*\)/);
  });

  test.each([
    ['crm/customers', 'is declared already'],
    ['crm/Kunden', 'is no name'],
    ['crm/a__b', 'is no name'],
    [`crm/${'a'.repeat(44)}`, 'is no name'],
    ['crm/class', 'word of TypeScript'],
    ['crm/session', 'address of Kontor itself'],
    ['customers/things', 'is the name of a resource'],
    ['opportunities', 'is not <module>/<resource>'],
    ['crm/../x', 'is not <module>/<resource>'],
  ])('refuses %s: %s', (name, why) => {
    const before = read('crm/index.ts');
    expect(() => make(name)).toThrow(why);
    expect(read('crm/index.ts')).toBe(before);
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });

  test('never writes over a file, and refuses half a label', () => {
    cpSync(join(folder, modules, 'crm/contacts.ts'), join(folder, modules, 'crm/leads.ts'));
    expect(() => make('crm/leads')).toThrow('is there already');
    expect(read('crm/leads.ts')).toBe(read('crm/contacts.ts'));
    expect(() => make('crm/offers', 'Angebot')).toThrow('expected one and many');
    expect(existsSync(join(folder, modules, 'crm/offers.ts'))).toBe(false);
  });
});
