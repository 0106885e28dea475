import { trainings as module } from '@kontor/shared/modules/trainings/index';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Row } from '../../engine/context.ts';
import { startTestKontor, type TestKontor } from '../../testing/harness.ts';
import { TrainingRecords } from '../../testing/trainings.ts';
import { behaviours } from '../index.ts';

let kontor: TestKontor;
let make: TrainingRecords;
let brand: string;
let template: Row;
let customer: string;
let trainer: string;
let participant: string;

beforeAll(async () => {
  kontor = await startTestKontor();
  make = new TrainingRecords(kontor);
  brand = (await make.create('brands')).id;
  customer = (await make.create('customers')).id;
  participant = (await make.create('contacts')).id;
  trainer = (await make.post('trainers', { name: 'T' })).id;
  template = await make.template(2);
});
afterAll(() => kontor.stop());

const resource = module.resources.find(({ name }) => name === 'trainings')!;
const { transitions } = resource.workflow!;
const states = Object.keys(resource.fields.status!.options as object);
const json = (value: unknown) => encodeURIComponent(JSON.stringify(value));
const rows = async (text: string, id: string): Promise<Row[]> => (await kontor.owner.query(text, [id])).rows;

/** What a state demands, said once more and without the guards: asked when a training has just come there. */
async function demands(id: string, state: string): Promise<Record<string, boolean>> {
  const [t] = await rows('SELECT * FROM trainings WHERE id = $1', id);
  const sessions = await rows('SELECT * FROM training_sessions WHERE training_id = $1', id);
  const assignments = await rows(
    `SELECT a.* FROM trainer_assignments a JOIN training_sessions s ON s.id = a.session_id WHERE s.training_id = $1 AND a.status = 'confirmed'`,
    id,
  );
  const items = await rows(
    `SELECT i.* FROM checklist_items i JOIN checklists c ON c.id = i.checklist_id WHERE c.subject_id = $1`,
    id,
  );
  const enrolled = await rows(`SELECT * FROM enrolments WHERE training_id = $1 AND status = 'enrolled'`, id);
  const attendance = await rows('SELECT * FROM attendance_records WHERE training_id = $1', id);
  if (state === 'offered')
    return {
      customer: Boolean(t!.customer_id) || t!.kind === 'open',
      template: Boolean(t!.template_id),
      price: t!.price !== null || (t!.kind === 'open' && t!.participant_price !== null),
    };
  if (state === 'confirmed') return { sessions: sessions.length > 0 };
  if (state === 'planned')
    return {
      trainers: sessions.every((s) => assignments.some((a) => a.session_id === s.id)),
      places: sessions.every((s) => s.location_id ?? s.online_link ?? t!.location_id ?? t!.online_link),
      items: !items.some((item) => item.blocking && !item.done),
    };
  if (state === 'delivered')
    return {
      past: sessions.every((s) => s.ends_at < new Date()),
      attendance: sessions.every((s) =>
        enrolled.every((e) => attendance.some((a) => a.session_id === s.id && a.enrolment_id === e.id)),
      ),
    };
  if (state === 'invoiced') return { number: Boolean(t!.invoice_number), date: Boolean(t!.invoiced_on) };
  return {};
}

/** Ways that lead forward only when they are met. */
const back = new Set(
  Object.entries(transitions).flatMap(([name, { requires }]) => (requires?.includes('reason') ? [name] : [])),
);

let day = 0;
const inDays = (n: number) => new Date(Date.now() + n * 86_400_000);
const nextDay = () => new Date(Date.UTC(2020, 0, 1 + day++)).toISOString().slice(0, 10);

interface Op {
  readonly kind: string;
  readonly step: string;
  readonly state: string;
}

const forward = ['offer', 'confirm', 'plan', 'deliver', 'invoice', 'close'];

/** Does one thing to a training, as somebody would; most of them are refused, and that is not told. */
async function perform(id: string, { kind, step: wanted, state }: Op): Promise<string | undefined> {
  const call = kontor.admin;
  const sessions = () => rows('SELECT * FROM training_sessions WHERE training_id = $1 ORDER BY starts_at', id);
  const [training] = await rows('SELECT * FROM trainings WHERE id = $1', id);
  const ahead = forward.find((name) => transitions[name]!.from.includes(training!.status));
  const step = kind === 'next' ? (ahead ?? wanted) : wanted;
  const edit = (values: object) => call('PATCH', `/trainings/${id}`, { version: training!.version, ...values });
  const input = {
    ...(transitions[step]!.requires?.includes('reason') ? { reason: 'r' } : {}),
    ...(step === 'reserve' ? { option_until: '2031-01-01' } : {}),
    ...(step === 'invoice' ? { invoice_number: 'R', invoiced_on: '2026-01-01' } : {}),
  };
  switch (kind) {
    case 'step':
    case 'next':
      return (await make.act('trainings', id, step, input)).status === 200 ? step : undefined;
    case 'step without input':
      return (await make.act('trainings', id, step)).status === 200 ? step : undefined;
    case 'edit':
      await edit({ status: state });
      break;
    case 'bulk':
      await call('PUT', `/trainings?filter=${json({ id: [id] })}`, { status: state });
      break;
    case 'import':
      await call(
        'POST',
        `/trainings/import?mapping=${json({ N: 'number', S: 'status' })}&key=${json(['number'])}&mode=valid`,
        `N;S\n${training!.number};${state}`,
        {
          'Content-Type': 'text/csv',
          'X-File-Name': 'a.csv',
        },
      );
      break;
    case 'fill':
      await edit({ customer_id: customer, template_id: template.id, price: '1.00' });
      break;
    case 'empty':
      await edit({ price: null });
      break;
    case 'place':
      await edit({ online_link: training!.online_link ? null : 'https://example.de/' });
      break;
    case 'session':
      await make.session(id, nextDay());
      break;
    case 'future':
      for (const session of (await sessions()).slice(-1))
        await call('PATCH', `/training_sessions/${session.id}`, {
          version: session.version,
          starts_at: inDays(++day).toISOString(),
          ends_at: inDays(day + 0.5).toISOString(),
        });
      break;
    case 'unsession':
      for (const session of (await sessions()).slice(0, 1)) await call('DELETE', `/training_sessions/${session.id}`);
      break;
    case 'staff':
      for (const session of await sessions()) {
        const made = await call('POST', '/trainer_assignments', { session_id: session.id, trainer_id: trainer });
        if (made.status === 201) await make.act('trainer_assignments', made.body.id, 'confirm');
      }
      break;
    case 'enrol':
      await call('POST', '/enrolments', { training_id: id, contact_id: participant });
      break;
    case 'attend':
      for (const session of await sessions())
        for (const enrolment of await rows('SELECT id FROM enrolments WHERE training_id = $1', id))
          await call('POST', '/attendance_records', { session_id: session.id, enrolment_id: enrolment.id });
      break;
    case 'item': {
      const list = await call('POST', '/checklists', { name: 'L', subject_resource: 'trainings', subject_id: id });
      await call('POST', '/checklist_items', { name: 'I', checklist_id: list.body.id, blocking: true });
      break;
    }
    default:
      for (const item of await rows('SELECT * FROM checklist_items WHERE subject_id = $1 AND NOT done', id))
        await call('PATCH', `/checklist_items/${item.id}`, { version: item.version, done: true });
  }
  return undefined;
}

const op: fc.Arbitrary<Op> = fc.record({
  kind: fc.oneof(
    { weight: 5, arbitrary: fc.constant('next') },
    { weight: 2, arbitrary: fc.constant('step') },
    { weight: 7, arbitrary: fc.constantFrom('fill', 'session', 'staff', 'place', 'tick', 'attend') },
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        'step without input',
        'edit',
        'bulk',
        'import',
        'empty',
        'future',
        'unsession',
        'enrol',
        'item',
      ),
    },
  ),
  step: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...forward) },
    { weight: 1, arbitrary: fc.constantFrom(...Object.keys(transitions)) },
  ),
  state: fc.constantFrom(...states),
});

test('whatever is done to a training, by whatever way: it comes only where its state’s demands are met', async () => {
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(op, { minLength: 25, maxLength: 45, size: 'max' }), async (ops) => {
      const { id } = await make.post('trainings', { name: 'Irrweg', brand_id: brand });
      let status = 'lead';
      for (const one of ops) {
        const taken = await perform(id, one);
        const now = (await rows('SELECT status FROM trainings WHERE id = $1', id))[0]!.status as string;
        const step = taken ? transitions[taken]! : undefined;
        if (step) expect([step.from.includes(status), step.to]).toEqual([true, now]);
        else expect([one.kind, now]).toEqual([one.kind, status]);
        if (taken && !back.has(taken))
          for (const [what, met] of Object.entries(await demands(id, now)))
            expect([now, what, met]).toEqual([now, what, true]);
        status = now;
        reached.add(now);
      }
    }),
    { numRuns: 12, seed: 5 },
  );
  // the walks come somewhere
  expect([...reached].sort()).toEqual(expect.arrayContaining(['confirmed', 'offered', 'planned']));
}, 240_000);

test('the way that is meant leads through all states', async () => {
  const { id } = await make.post('trainings', { name: 'Gerade', brand_id: brand });
  const kinds = [
    'fill',
    'session',
    'session',
    'step',
    'staff',
    'place',
    'step',
    'step',
    'enrol',
    'attend',
    'step',
    'step',
    'step',
  ];
  let at = 0;
  for (const kind of kinds) {
    const step = kind === 'step' ? forward[at++]! : 'offer';
    const taken = await perform(id, { kind, step, state: 'lead' });
    if (kind === 'step') expect(taken).toBe(step);
  }
  expect((await make.read('trainings', id)).status).toBe('closed');
});

test('steps that are declared as guarded have a guard, and no others', () => {
  for (const { name, workflow } of kontor.running.engine.model.resources.values()) {
    const declared = Object.entries(workflow?.transitions ?? {}).flatMap(([step, { guarded }]) =>
      guarded ? [step] : [],
    );
    expect([name, Object.keys(behaviours[name]?.guards ?? {}).sort()]).toEqual([name, declared.sort()]);
  }
});
