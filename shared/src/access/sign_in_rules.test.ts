import { describe, expect, test } from 'vitest';
import { claimAt, evaluateRules, matchesPattern, type SignInRule } from './sign_in_rules.ts';

const rule = (values: Partial<SignInRule>): SignInRule => ({
  id: 'r',
  provider: null,
  claim: 'groups',
  operator: 'equals',
  value: 'admins',
  role_id: 'administrator',
  brand_ids: [],
  active: true,
  ...values,
});
const outcome = (rules: SignInRule[], claims: object) =>
  evaluateRules(rules, 'firm', claims as Record<string, unknown>);

describe('claims are found', () => {
  test.each<[object, string, unknown]>([
    [{ groups: ['a'] }, 'groups', ['a']],
    [{ a: { b: { c: 1 } } }, 'a.b.c', 1],
    [{ 'https://x.example/roles': ['a'] }, 'https://x.example/roles', ['a']],
    [{ 'a.b': 1, a: { b: 2 } }, 'a.b', 1],
    [{ groups: [] }, 'groups', []],
    [{ groups: null }, 'groups', undefined],
    [{}, 'groups', undefined],
    [{}, 'constructor', undefined],
    [{}, '__proto__.toString', undefined],
    [{ a: 'text' }, 'a.length', undefined],
  ])('%j at %s: %j', (claims, path, expected) => {
    expect(claimAt(claims as Record<string, unknown>, path)).toEqual(expected);
  });
});

describe('patterns', () => {
  test.each<[string, string, boolean]>([
    ['kontor-admins', 'kontor-*', true],
    ['kontor-', 'kontor-*', true],
    ['xkontor-a', 'kontor-*', false],
    ['cn=a,ou=b', '*ou=b', true],
    ['cn=a,ou=b,dc=c', 'cn=*,ou=*,dc=c', true],
    ['aba', 'ab*ba', false],
    ['abba', 'ab*ba', true],
    ['a.c', 'abc', false],
    ['(a+)+', '(a+)+', true],
    ['', '*', true],
    ['abcabc', 'a*b*c*c', true],
  ])('%s as %s: %s', (text, pattern, expected) => {
    expect(matchesPattern(text, pattern)).toBe(expected);
  });

  test('none takes long', () => {
    const started = process.cpuUsage(); // time that others have the processor for does not count
    expect(matchesPattern('a'.repeat(50_000), `${'*a'.repeat(1000)}*b`)).toBe(false);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(500);
  });
});

describe('rules', () => {
  test.each<[Partial<SignInRule>, unknown, boolean]>([
    [{}, ['users', 'admins'], true],
    [{}, 'admins', true],
    [{}, ['Admins'], false],
    [{}, ['admins2'], false],
    [{ operator: 'contains', value: 'min' }, ['admins'], true],
    [{ operator: 'starts_with', value: 'ad' }, ['xad', 'adx'], true],
    [{ operator: 'matches', value: '*-de' }, ['it-de'], true],
    [{ value: '7' }, 7, true],
    [{ value: 'true' }, true, true],
    [{ value: '[object Object]' }, [{ a: 1 }], false],
  ])('%j over %j: %s', (values, groups, expected) => {
    expect(outcome([rule(values)], { groups }).fired).toEqual(expected ? ['r'] : []);
  });

  test('of other providers and switched off ones do not count, not even as missing', () => {
    const rules = [rule({ provider: 'partner' }), rule({ active: false })];
    expect(outcome(rules, { groups: ['admins'] }).assignments).toEqual([]);
    expect(outcome(rules, {}).missing).toEqual([]);
  });

  test('give each role once, in their brands where they name some', () => {
    const rules = [rule({}), rule({ id: 's', value: 'users' }), rule({ id: 't', brand_ids: ['b', 'c'] })];
    expect(outcome(rules, { groups: ['admins', 'users'] })).toEqual({
      fired: ['r', 's', 't'],
      assignments: [null, 'b', 'c'].map((brand_id) => ({ role_id: 'administrator', brand_id })),
      missing: [],
    });
  });

  test('tell which claims were missing, each once', () => {
    const rules = [rule({}), rule({ id: 's' }), rule({ id: 't', claim: 'department' })];
    expect(outcome(rules, { department: 'IT' }).missing).toEqual(['groups']);
  });
});
