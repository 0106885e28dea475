import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';
import { Records } from '../testing/records.ts';

let kontor: TestKontor;
let document: any;
beforeAll(async () => {
  kontor = await startTestKontor();
  document = (await kontor.anonymous('GET', '/api/openapi.json')).body;
});
afterAll(() => kontor.stop());

/** The document's schema of an answer, as a validator. */
const validators = new Map<string, z.ZodType>();
function validatorOf(path: string, method: string, status: number): z.ZodType {
  const key = `${method} ${path} ${status}`;
  let validator = validators.get(key);
  if (!validator) {
    let response = document.paths[path]?.[method.toLowerCase()]?.responses?.[status];
    if (!response) throw new Error(`${key} is not described`);
    if (response.$ref) response = document.components.responses[response.$ref.split('/').at(-1)];
    const [content] = Object.values(response.content) as any[];
    const inside = (schema: object) =>
      JSON.parse(JSON.stringify(schema).replaceAll('#/components/schemas/', '#/$defs/'));
    validator = z.fromJSONSchema({
      ...inside(content.schema),
      $defs: inside(document.components.schemas),
    }) as z.ZodType;
    validators.set(key, validator);
  }
  return validator;
}

/** Calls an endpoint and compares its answer with the document. */
async function conform(
  path: string,
  method: string,
  address: string,
  body?: unknown,
  headers?: Record<string, string>,
) {
  const answer = await kontor.admin(method, address, body, headers);
  const checked = validatorOf(path, method, answer.status).safeParse(answer.body);
  if (!checked.success)
    throw new Error(`${method} ${address} ${answer.status}: ${JSON.stringify(checked.error.issues).slice(0, 600)}`);
  return answer;
}

describe('the description of the API', () => {
  test('is valid OpenAPI 3.1 for an independent validator', async () => {
    const result = await new Validator().validate(structuredClone(document));
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
    expect(document.openapi).toBe('3.1.0');
  });

  test('names every operation once, and describes every resource with endpoints', () => {
    const operations = Object.values(document.paths as Record<string, Record<string, any>>).flatMap((item) =>
      Object.values(item).flatMap((one) => (one.operationId ? [one.operationId as string] : [])),
    );
    expect(new Set(operations).size).toBe(operations.length);
    for (const resource of kontor.running.engine.model.resources.values())
      expect(`/${resource.name}` in document.paths).toBe(!resource.server_only);
    expect(document.paths['/tasks/{id}/actions/complete']).toBeDefined();
    expect(JSON.stringify(document)).not.toMatch(/password_hash|token_hash/);
  });

  test('leaves no route out', () => {
    const mounted: Record<string, string> = {
      'session.ts': '/session',
      'second_factor.ts': '/session',
      'step_up.ts': '/session',
      'factors.ts': '/session',
      'entry.ts': '/session/entry',
      'openid.ts': '/session/openid',
      'audit.ts': '',
      'explain_access.ts': '',
      'tickets.ts': '',
      'files.ts': '',
    };
    const routes = Object.entries(mounted).flatMap(([file, at]) =>
      [
        ...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(
          /router\.(get|post|put|patch|delete)\(\s*'([^']+)'/g,
        ),
      ].map(([, verb, path]) => `${verb} ${(at + path).replace(/(?<=.)\/$/, '').replace(/:(\w+)/g, '{$1}')}`),
    );
    expect(routes.length).toBeGreaterThan(30);
    const described = Object.entries(document.paths as object).flatMap(([path, item]) =>
      Object.keys(item).map((verb) => `${verb} ${path}`),
    );
    expect(routes.filter((route) => !described.includes(route) && !route.endsWith('/callback'))).toEqual([]);
  });

  test('gives examples from the samples of the kinds', () => {
    const { properties } = document.paths['/customers'].post.requestBody.content['application/json'].schema;
    expect(properties.email.examples).toEqual(['anna.müller@example.de']);
    expect(properties.status.enum).toContain('prospect');
    expect(document.components.schemas.customers.properties.open_tasks.type).toBe('integer');
  });
});

describe('what is answered is what is described', () => {
  const brandOf = async () => {
    const company = (await kontor.admin('POST', '/companies', { name: `Firma ${Math.random()}` })).body;
    return (await kontor.admin('POST', '/brands', { name: `Marke ${Math.random()}`, company_id: company.id })).body;
  };
  /** Bodies of new records; a resource without one here fails the test. */
  const bodies: Record<string, () => Promise<object>> = {
    customers: async () => ({
      name: 'Müller',
      credit_limit: '12.50',
      addresses: [{ city: 'Köln' }],
      brand_ids: [(await brandOf()).id],
    }),
    contacts: async () => ({ last_name: 'Müller', birthday: '1980-02-29' }),
    tasks: async () => ({ name: 'Rückruf', estimated: 90, due_on: '2026-12-01' }),
    notes: async () => ({
      body: 'Text',
      subject_resource: 'contacts',
      subject_id: (await kontor.admin('POST', '/contacts', { last_name: 'X' })).body.id,
    }),
    reminders: async () => ({
      remind_at: '2026-12-01T08:00:00Z',
      subject_resource: 'contacts',
      subject_id: (await kontor.admin('POST', '/contacts', { last_name: 'W' })).body.id,
    }),
    documents: async () => ({
      name: 'Vertrag',
      file_id: (await kontor.admin('POST', '/files', new TextEncoder().encode('Text'))).body.id,
      subject_resource: 'contacts',
      subject_id: (await kontor.admin('POST', '/contacts', { last_name: 'Z' })).body.id,
    }),
    roles: async () => ({ name: 'Kassenprüfung', permissions: [{ pattern: '*.read', scope: 'brand, all' }] }),
    record_grants: async () => ({
      subject_resource: 'contacts',
      subject_id: (await kontor.admin('POST', '/contacts', { last_name: 'Y' })).body.id,
      user_id: kontor.admin.id,
    }),
    companies: async () => ({ name: 'Firma', address: { city: 'Wien', postcode: '1010', country: 'AT' } }),
    brands: async () => ({
      name: 'Neue Marke',
      company_id: (await kontor.admin('POST', '/companies', { name: 'F' })).body.id,
    }),
    tags: async () => ({ name: 'wichtig' }),
    automation_rules: async () => ({
      name: 'Erinnern',
      resource: 'tasks',
      date_field: 'due_on',
      actions: [{ kind: 'notification', recipient: 'assignee_id', text: 'Bitte kümmern' }],
    }),
    number_sequences: async () => ({ key: 'x', name: 'X' }),
    settings: async () => ({ key: 'a.b', value: { c: [1, null] } }),
    calendar_feeds: async () => ({ name: 'Meine Termine', resource: 'tasks' }),
    saved_views: async () => ({ name: 'Meine', resource: 'tasks', view: {} }),
    document_templates: async () => ({
      name: 'Brief',
      resource: 'customers',
      subject: 'Ihre Anfrage',
      body: '<p>Text</p>',
    }),
    email_accounts: async () => ({ name: 'Konto', host: 'mail.example.de', from_address: 'info@example.de' }),
    email_templates: async () => ({
      name: 'Dank',
      resource: 'customers',
      subject: 'Danke, {{ customer.name }}',
      body: '<p>Guten Tag</p>',
    }),
    employees: async () => ({ name: 'Anna Neu', entered_on: '2026-12-01' }),
    api_keys: async () => ({ name: 'Website', permissions: [{ pattern: 'customers.read' }], networks: '10.0.0.0/8' }),
    sign_in_rules: async () => ({
      claim: 'groups',
      value: 'kontor-admins',
      role_id: (await kontor.admin('GET', '/roles?range=[0,0]')).body[0].id,
    }),
    user_identities: async () => ({ user_id: kontor.admin.id, provider: 'firma', subject: '4711' }),
    users: async () => ({ name: 'Neu', email: 'neu@example.de' }),
  };

  test('for every resource and verb', async () => {
    for (const resource of kontor.running.engine.model.resources.values()) {
      if (resource.server_only) continue;
      const at = `/${resource.name}`;
      const references = Object.keys(resource.fields).slice(0, 40);
      const embed = `embed=${encodeURIComponent(JSON.stringify([...references, 'created_by']))}`;
      if (!resource.internal && !resource.append_only && !resource.owned) {
        const body = (await bodies[resource.name]?.()) ?? (await new Records(kontor).body(resource));
        const created = await conform(at, 'POST', at, body);
        expect([resource.name, created.status]).toEqual([resource.name, 201]);
        const { id, version } = created.body;
        await conform(`${at}/{id}`, 'GET', `${at}/${id}?${embed}`);
        await conform(`${at}/{id}`, 'PUT', `${at}/${id}`, { version });
        await conform(`${at}/{id}`, 'PATCH', `${at}/${id}`, {});
        await conform(at, 'POST', at, { no_such_field: 1 });
        await conform(`${at}/{id}/history`, 'GET', `${at}/${id}/history?limit=1`);
        await conform(`${at}/{id}/readers`, 'GET', `${at}/${id}/readers?q=a&of=notes`);
        await conform(`${at}/{id}/versions/{version}`, 'GET', `${at}/${id}/versions/1`);
        const back = `${at}/{id}/versions/{version}/restore`;
        await conform(back, 'POST', `${at}/${id}/versions/1/restore?dry_run=true`, { version });
        await conform(back, 'POST', `${at}/${id}/versions/9/restore`, { version });
        await conform(`${at}/{id}/presence`, 'PUT', `${at}/${id}/presence`, { window: randomUUID() });
        await conform(`${at}/duplicates`, 'POST', `${at}/duplicates`, { name: 'Müller' });
        if (resource.completes) await conform(`${at}/completed`, 'POST', `${at}/completed`, body);
        await conform(at, 'PUT', `${at}?filter={"id":["${id}"]}`, {});
        const file = `${resource.title[0]}\nx\n`;
        const sheet = { 'Content-Type': 'text/csv' };
        await conform(`${at}/import/preview`, 'POST', `${at}/import/preview`, new TextEncoder().encode(file), sheet);
        await conform(`${at}/import`, 'POST', `${at}/import?dry_run=true`, new TextEncoder().encode(file), sheet);
        if (!resource.permanent) await conform(`${at}/{id}`, 'DELETE', `${at}/${id}`);
        if (resource.trash) {
          await conform(`${at}/{id}/restore`, 'POST', `${at}/${id}/restore`, {});
          await conform(at, 'DELETE', `${at}?filter={"id":["${id}"]}`);
          await conform(`${at}/restore`, 'POST', `${at}/restore?filter={"id":["${id}"]}`, {});
        }
      }
      await conform(at, 'GET', `${at}?${embed}`);
      await conform(at, 'GET', `${at}?filter={"no_such_filter":1}`);
      await conform(`${at}/{id}`, 'GET', `${at}/01920000-0000-7000-8000-000000000001`);
      await conform(`${at}/aggregate`, 'GET', `${at}/aggregate`);
      const exported = await kontor.admin('GET', `${at}/export`);
      expect([resource.name, exported.status]).toEqual([resource.name, 200]);
    }
  });

  test('for the choice of notifications', async () => {
    const at = '/notifications/choices';
    await conform(at, 'GET', at);
    await conform(at, 'PUT', at, { mention: 'both', digest_hour: 7 });
    await conform(at, 'PUT', at, { mention: 'pigeon' });
  });

  test('for a rule that was not saved yet', async () => {
    const at = '/automation_rules/preview';
    await conform(at, 'POST', at, { rule: { name: 'Regel', resource: 'tasks' } });
    await conform(at, 'POST', at, { rule: { name: 'Regel' } });
  });

  test('for the trainers of a training', async () => {
    const made = new Records(kontor);
    const { id } = await made.create(kontor.running.engine.model.get('trainings'));
    const model = kontor.running.engine.model;
    await made.create(model.get('training_sessions'), { values: { training_id: id } });
    await made.create(model.get('trainers'));
    const at = '/trainings/{id}/trainers';
    expect((await conform(at, 'GET', `/trainings/${id}/trainers`)).body.sessions).toHaveLength(1);
    await conform(at, 'GET', `/trainings/${randomUUID()}/trainers`);
    const ask = '/trainings/{id}/actions/ask_trainers';
    await conform(ask, 'POST', `/trainings/${id}/actions/ask_trainers`, { trainer_ids: [randomUUID()] });
  });

  test('for mails about a record', async () => {
    const { id } = (await kontor.admin('POST', '/customers', { name: 'Müller', email: 'post@mueller.example' })).body;
    const at = '/customers/{id}/mail';
    await conform(at, 'GET', `/customers/${id}/mail`);
    const letter = { subject: 'Angebot', html: '<p>Guten Tag</p>' };
    const recipients = [{ email: 'post@mueller.example', name: null }];
    await conform(`${at}/fill`, 'POST', `/customers/${id}/mail/fill`, { subject: '{{ customer.name }}', body: 'x' });
    await conform(`${at}/fill`, 'POST', `/customers/${id}/mail/fill`, { subject: '{{ x', body: 'x' });
    await conform(`${at}/preview`, 'POST', `/customers/${id}/mail/preview`, letter);
    const sent = await conform(at, 'POST', `/customers/${id}/mail`, { ...letter, recipients });
    expect(sent.status).toBe(201);
    await conform(at, 'POST', `/customers/${id}/mail`, letter);
    const file = '/email_messages/{id}/documents';
    await conform(file, 'POST', `/email_messages/${sent.body[0].id}/documents`, {});
    await conform(at, 'GET', `/customers/${id}/mail?answers_id=${sent.body[0].id}`);
    const cancel = '/email_messages/{id}/actions/cancel';
    await conform(cancel, 'POST', `/email_messages/${sent.body[0].id}/actions/cancel`, {});
  });

  test('letters', async () => {
    const company = (await kontor.admin('POST', '/companies', { name: 'Briefe GmbH' })).body.id;
    const brand_id = (await kontor.admin('POST', '/brands', { name: 'Briefmarke', company_id: company })).body.id;
    const { id } = (await kontor.admin('POST', '/customers', { name: 'Müller' })).body;
    const at = '/customers/{id}/letter';
    await conform(at, 'GET', `/customers/${id}/letter`);
    const letter = { brand_id, subject: 'Angebot', html: '<p>Guten Tag</p>', recipient: null };
    for (const subject of ['{{ customer.name }}', '{{ x'])
      await conform(`${at}/fill`, 'POST', `/customers/${id}/letter/fill`, { subject, body: 'x', brand_id });
    await conform(`${at}/preview`, 'POST', `/customers/${id}/letter/preview`, { ...letter, html: '' });
    await conform(at, 'POST', `/customers/${id}/letter`, letter);
    await conform(at, 'POST', `/customers/${id}/letter`, { ...letter, brand_id: null });
  });

  test('for steps, files, tickets, search and the session', async () => {
    const task = (await kontor.admin('POST', '/tasks', { name: 'Schritt' })).body;
    await conform('/tasks/{id}/actions/complete', 'POST', `/tasks/${task.id}/actions/complete`, {});
    await conform('/tasks/{id}/actions/complete', 'POST', `/tasks/${task.id}/actions/complete`, {});
    const set = '/users/{id}/actions/set_password';
    await conform(set, 'POST', `/users/${kontor.admin.id}/actions/set_password`, { password: 'kurz' });
    await conform(set, 'POST', `/users/${kontor.admin.id}/actions/set_password`, { password: 'lang genug für hier' });
    await conform('/files', 'POST', '/files', new TextEncoder().encode('Text'), {
      'X-File-Name': 'a.txt',
      'Content-Type': 'text/plain',
    });
    await conform('/tickets', 'POST', '/tickets', { path: '/api/v1/customers' });
    await conform('/tickets', 'POST', '/tickets', { path: 'https://example.com' });
    await conform('/search', 'GET', '/search?q=Schritt');
    await conform('/session/openid', 'GET', '/session/openid');
    await conform('/session/openid/sign-out', 'POST', '/session/openid/sign-out');
    await conform('/session', 'GET', '/session');
    await conform('/session/devices', 'GET', '/session/devices');
    await conform('/session/devices/{id}', 'DELETE', `/session/devices/${crypto.randomUUID()}`);
    await conform('/session/devices', 'DELETE', '/session/devices');
    await conform('/session', 'POST', '/session', { email: 'x@example.de', password: 'falsch' });
    await conform('/session/refresh', 'POST', '/session/refresh', {});
    const entry = '/session/entry';
    await conform(`${entry}/forgotten`, 'POST', `${entry}/forgotten`, { email: 'nobody@example.de' });
    await conform(`${entry}/forgotten`, 'POST', `${entry}/forgotten`, {});
    await conform(`${entry}/link`, 'POST', `${entry}/link`, { token: 'unknown' });
    await conform(`${entry}/password`, 'POST', `${entry}/password`, { token: 'x', password: 'lang genug für hier' });
    await conform(`${entry}/own-password/strength`, 'POST', `${entry}/own-password/strength`, { password: 'kurz' });
    await conform(`${entry}/own-password`, 'POST', `${entry}/own-password`, {});
    await conform('/session/step_up', 'GET', '/session/step_up');
    await conform('/session/step_up', 'POST', '/session/step_up', {});
    await conform('/session/factors', 'GET', '/session/factors');
    await conform('/session/factors/authenticator', 'POST', '/session/factors/authenticator');
    await conform('/session/factors/authenticator', 'PUT', '/session/factors/authenticator', {});
    await conform('/session/factors/passkeys/options', 'POST', '/session/factors/passkeys/options');
    await conform('/session/factors/recovery_codes', 'POST', '/session/factors/recovery_codes');
    await conform('/session/second_factor', 'POST', '/session/second_factor', {});
    await conform('/session/passkey/options', 'POST', '/session/passkey/options');
    await conform('/session/passkey', 'POST', '/session/passkey', { transaction: 'x' });
    await conform('/session/view', 'POST', '/session/view', { user_id: kontor.admin.id });
    await conform('/access/explain', 'GET', `/access/explain?resource=tasks&user=${kontor.admin.id}`);
    await conform('/audit/status', 'GET', '/audit/status');
    await conform('/health/live', 'GET', '/health/live');
    await conform('/health/ready', 'GET', '/health/ready');
  });
});

describe('the page to browse it', () => {
  test('comes from this server alone and runs no inline scripts', async () => {
    const page = await kontor.anonymous('GET', '/api/docs');
    expect(page.status).toBe(200);
    const policy = page.headers.get('content-security-policy')!;
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
    expect(page.body).not.toMatch(/<script>|https?:|\son\w+=/);
    const parts = [...(page.body as string).matchAll(/(?:src|href)="(docs\/[^"]+)"/g)].map((match) => match[1]);
    expect(parts).toHaveLength(3);
    for (const part of parts) {
      const answer = await kontor.anonymous('GET', `/api/${part}`);
      expect([part, answer.status]).toEqual([part, 200]);
    }
  });
});
