import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readProviders } from '../services/openid/providers.ts';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';
import { Way } from '../testing/openid_browser.ts';
import { client, startProvider, type TestProvider } from '../testing/openid_provider.ts';

let kontor: TestKontor;
let provider: TestProvider;
let way: Way;
let brand: string;
const role: Record<string, string> = {};
const publicUrl = 'http://kontor.example';

beforeAll(async () => {
  provider = await startProvider(['firm', 'other'].map((id) => `${publicUrl}/api/v1/session/openid/${id}/callback`));
  const firm = {
    ...client,
    id: 'firm',
    label: 'Firmenkonto',
    issuer: provider.issuer,
    onboard: true,
    trust_email: true,
  };
  kontor = await startTestKontor({
    config: {
      publicUrl,
      openIdProviders: readProviders(JSON.stringify([firm, { ...firm, id: 'other', label: 'Zweites' }])),
    },
  });
  way = new Way(kontor.url, publicUrl);
  for (const { id, key } of (await kontor.owner.query('SELECT id, key FROM roles')).rows) role[key] = id;
  const company = (await kontor.admin('POST', '/companies', { name: 'Firma' })).body.id;
  brand = (await kontor.admin('POST', '/brands', { name: 'Nord', company_id: company })).body.id;
  for (const rule of [
    { value: 'vertrieb', role_id: role.sales_rep, brand_ids: [brand] },
    { value: 'büro', role_id: role.backoffice },
    { value: 'kontor-*', operator: 'matches', role_id: role.administrator, provider: 'firm' },
    { claim: 'department', value: 'IT', role_id: role.employee, provider: 'firm' },
  ])
    expect((await kontor.admin('POST', '/sign_in_rules', { claim: 'groups', ...rule })).status).toBe(201);
});
afterAll(async () => {
  await kontor?.stop();
  await provider?.stop();
});

let people = 0;
/** Signs somebody in with these claims; somebody new unless told. */
async function signIn(claims: object, sub = `p${++people}`, through = 'firm') {
  const known = { sub, name: `Person ${sub}`, email: `${sub}@firma.example`, email_verified: true };
  provider.people.set(sub, { ...known, ...claims });
  const { session, result } = await way.signIn(through, sub);
  expect(result.problem).toBeUndefined();
  const { assignments } = (await kontor.admin('GET', `/users/${session.user.id}`)).body;
  const names = (assignments as any[]).map(
    ({ role_id, brand_id, origin }) =>
      `${Object.keys(role).find((key) => role[key] === role_id)}${brand_id ? ' in brand' : ''} ${origin}`,
  );
  return { sub, session, id: session.user.id as string, roles: names.sort() };
}
const change = async (id: string, values: object) =>
  kontor.admin('PUT', `/users/${id}`, {
    version: (await kontor.admin('GET', `/users/${id}`)).body.version,
    ...values,
  });
const tasks = async (text: string) =>
  (await kontor.admin('GET', `/tasks?filter=${encodeURIComponent(JSON.stringify({ name_ilike: `%${text}%` }))}`)).body;

describe('rules', () => {
  test('give roles, everywhere or in brands, that count at once', async () => {
    const { roles, session } = await signIn({ groups: ['vertrieb', 'büro'], department: 'IT' });
    expect(roles).toEqual(['backoffice provider', 'employee provider', 'sales_rep in brand provider']);
    expect([...session.user.roles].sort()).toEqual(['backoffice', 'employee', 'sales_rep']);
  });

  test('take what does not follow any more, and leave what was given by hand', async () => {
    const { sub, id } = await signIn({ groups: ['vertrieb', 'büro'], department: 'HR' });
    const { assignments } = (await kontor.admin('GET', `/users/${id}`)).body;
    const byHand = await change(id, { assignments: [...assignments, { role_id: role.auditor }] });
    expect(byHand.status).toBe(200);
    expect((await signIn({ groups: ['büro'], department: 'HR' }, sub)).roles).toEqual([
      'auditor manual',
      'backoffice provider',
    ]);
    expect((await signIn({ groups: [], department: 'HR' }, sub)).roles).toEqual(['auditor manual']);
  });

  test('that would give what somebody has by hand leave it as it is', async () => {
    const { sub, id } = await signIn({ groups: [], department: 'HR' });
    await change(id, { assignments: [{ role_id: role.backoffice }] });
    expect((await signIn({ groups: ['büro'], department: 'HR' }, sub)).roles).toEqual(['backoffice manual']);
    expect((await signIn({ groups: [], department: 'HR' }, sub)).roles).toEqual(['backoffice manual']);
  });

  test('of one provider take nothing that another has given', async () => {
    const { sub, id } = await signIn({ groups: ['vertrieb'], department: 'IT' });
    await kontor.admin('POST', '/user_identities', { user_id: id, provider: 'other', subject: sub });
    expect((await signIn({ groups: ['büro'] }, sub, 'other')).roles).toEqual([
      'backoffice provider',
      'employee provider',
      'sales_rep in brand provider',
    ]);
  });

  test('leave a trail as a change by hand does', async () => {
    const { id } = await signIn({ groups: ['büro'], department: 'HR' });
    const { body } = await kontor.admin('GET', `/users/${id}/history`);
    expect(body[0].changes.map(({ field }: any) => field)).toEqual(['assignments']);
    const { rows } = await kontor.owner.query(
      "SELECT operation FROM audit_entries WHERE resource = 'user_roles' AND after ->> 'user_id' = $1",
      [id],
    );
    expect(rows).toEqual([{ operation: 'create' }]);
    const user = (await kontor.admin('GET', `/users/${id}`)).body;
    expect(body[0].version).toBe(user.version);
  });

  test('are written by those alone who may give roles by hand', async () => {
    const backoffice = await kontor.as(['backoffice']);
    const body = { claim: 'groups', value: 'x', role_id: role.administrator };
    expect((await backoffice('POST', '/sign_in_rules', body)).status).toBe(403);
  });
});

describe('a missing claim', () => {
  test('keeps the roles that are there, gives what follows from others, and makes one task for an administrator', async () => {
    const { sub, id } = await signIn({ groups: ['vertrieb'], department: 'HR' });
    const again = await signIn({ department: 'IT' }, sub);
    expect(again.roles).toEqual(['employee provider', 'sales_rep in brand provider']);
    await signIn({ department: 'IT' }, sub);
    await signIn({ groups: null, department: 'IT' });
    const [task, ...more] = await tasks('„groups“ fehlt');
    expect(more).toEqual([]);
    expect(task).toMatchObject({ assignee_id: kontor.admin.id, priority: 'high', status: 'open' });
    const filter = encodeURIComponent(JSON.stringify({ user_id: id }));
    const identity = async () => (await kontor.admin('GET', `/user_identities?filter=${filter}`)).body[0];
    expect((await identity()).missing_claims).toBe('groups');
    await signIn({ groups: [], department: 'HR' }, sub);
    expect((await identity()).missing_claims).toBeNull();
  });
});

describe('the last administrator', () => {
  test('keeps the role although the rules take it, and can still sign in', async () => {
    const { sub, id, roles } = await signIn({ groups: ['kontor-admins'], department: 'HR' });
    expect(roles).toEqual(['administrator provider']);
    const becomes = (groups: string[]) =>
      provider.people.set(sub, { sub, name: 'Neu', email: `${sub}@firma.example`, groups, department: 'HR' });
    await kontor.owner.query('UPDATE users SET active = false WHERE id = $1', [kontor.admin.id]);
    try {
      const { session } = await way.signIn('firm', sub);
      becomes(['vertrieb']);
      const later = await way.signIn('firm', sub);
      expect(later.session.user.roles.sort()).toEqual(['administrator', 'sales_rep']);
      becomes(['büro']); // would deny what administrators need
      const still = await way.signIn('firm', sub);
      expect(still.session.user.roles).toContain('administrator');
      expect(still.session.user.roles).not.toContain('backoffice');
      expect(session.user.id).toBe(id);
    } finally {
      await kontor.owner.query('UPDATE users SET active = true WHERE id = $1', [kontor.admin.id]);
    }
    expect((await tasks('letzte Administration')).length).toBe(1);
    expect((await signIn({ groups: ['büro'], department: 'HR' }, sub)).roles).toEqual(['backoffice provider']);
  });
});
