import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';
import { letIn, refusal } from './administrator.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor();
});
afterAll(() => kontor.stop());

const signIn = (email: string, password: string) => kontor.anonymous('POST', '/session', { email, password });

test('the first administrator can sign in and do everything; a new password ends the old one', async () => {
  const email = 'chefin@firma.example';
  const first = await letIn(kontor.running.engine, email, 'Clara Chefin');
  expect(first.created).toBe(true);
  const session = await signIn(email, first.password);
  expect(session.body.user).toMatchObject({ name: 'Clara Chefin', roles: ['administrator'] });
  const second = await letIn(kontor.running.engine, email, 'Clara Chefin');
  expect(second.created).toBe(false);
  expect((await signIn(email, first.password)).status).toBe(401);
  expect((await signIn(email, second.password)).status).toBe(200);
  const users = await kontor.admin('GET', `/users?filter={"email":"${email}"}`);
  expect(users.body).toHaveLength(1);
});

test('what is no address is refused in words', async () => {
  const error = await letIn(kontor.running.engine, 'a@b', 'A').catch((caught: unknown) => caught);
  expect(refusal(error)).toMatch(/^Please check the marked fields\.\nemail: \w+/);
  expect(refusal(error)).not.toContain('kontor:');
});
