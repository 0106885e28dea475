import { describe, expect, test } from 'vitest';
import { judgePassword } from './password_rule.ts';

const own = ['Anna Berger', 'anna.berger@newoa.example', 'NEWOA GmbH', 'Müller Events'];
const judge = async (password: string) => {
  const { strength, mistake } = await judgePassword(password, own);
  return mistake?.split(':')[1] ?? strength;
};

describe('a password', () => {
  test.each(['kurz', 'elf Zeichen', '🔑🔑🔑🔑🔑🔑', 'ﬁ'.repeat(5)])(
    'that is too short is refused: %s',
    async (password) => {
      expect(await judge(password)).toBe('password_short');
    },
  );

  test('of up to 256 characters is taken, whatever they are; a longer one is not', async () => {
    expect(await judge('Ein Satz, den niemand kennt – „nur“ ich. 🙂 '.repeat(6).slice(0, 256))).toBe('good');
    expect(await judge('x1?Z'.repeat(64))).toBe('password_common');
    expect(await judge(`Ein Satz, den niemand kennt ${'x'.repeat(230)}`)).toBe('too_long');
  });

  test.each([
    'Passwort2026!',
    'passwortpasswort',
    '123456789012',
    'qwertzuiopasdf',
    'aaaaaaaaaaaaaaaa',
    'iloveyou1234',
    'P@ssw0rt12345',
    'Sommer2026!!',
    'Schalke04Schalke04',
    'Dortmund1909!',
  ])('that is common is refused: %s', async (password) => {
    expect(await judge(password)).toBe('password_common');
  });

  test.each([
    'annaberger2026',
    'Berger, Anna!!',
    'newoa-2026-newoa',
    'NEWOA.example2026',
    'mueller-events1',
    'MÜLLERmüller2026',
    'kontor-demo-2026',
    'KontorKontor1',
  ])('that follows from its owner is refused: %s', async (password) => {
    expect(['password_personal', 'password_common']).toContain(await judge(password));
  });

  test.each([
    'ein sehr langes Testpasswort',
    'korrektpferdbatterie',
    'vier Wörter ohne Sinn',
    'Blumenkohl-Fahrrad-Kaffee',
    'zR8fkQ2mVx1p',
    'Anna isst dienstags keine Suppe',
  ])('that is long is good without digits and signs: %s', async (password) => {
    expect(['fair', 'good']).toContain(await judge(password));
  });

  test('that was made to keep the server busy is judged in no time', async () => {
    await judge('Wörterbücher laden');
    for (const text of ['4@4@4@13$1', 'p4$$w0rd', '4({<[3690!1|i$5+7%2', 'ß1|']) {
      const started = performance.now();
      await judge(text.repeat(60).slice(0, 256));
      expect(performance.now() - started).toBeLessThan(1500);
    }
  });
});
