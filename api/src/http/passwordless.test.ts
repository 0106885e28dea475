import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor();
});
afterAll(() => kontor.stop());

test('who has no password, as somebody that an identity provider sent, signs in with none', async () => {
  const email = 'ohne.passwort@example.de';
  expect((await kontor.admin('POST', '/users', { name: 'Ohne Passwort', email })).status).toBe(201);
  for (const password of ['an unknown account', 'null', 'undefined', ' ', email]) {
    const answer = await kontor.anonymous('POST', '/session', { email, password });
    expect([password, answer.status, answer.body.code]).toEqual([password, 401, 'sign_in_failed']);
  }
});
