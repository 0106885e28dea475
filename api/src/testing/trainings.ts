import type { Row, Values } from '../engine/context.ts';
import type { TestKontor } from './harness.ts';
import { Records } from './records.ts';

/** Makes what trainings are made of, through the API. */
export class TrainingRecords {
  readonly kontor: TestKontor;
  readonly records: Records;

  constructor(kontor: TestKontor) {
    this.kontor = kontor;
    this.records = new Records(kontor);
  }

  /** Creates a record with the fewest values; throws when the API refuses. */
  create(resource: string, values: Values = {}): Promise<Row> {
    return this.records.create(this.records.model.get(resource), { values });
  }

  /** Creates a record as a client does that says no more than this; throws when the API refuses. */
  async post(resource: string, values: Values): Promise<Row> {
    const answer = await this.kontor.admin('POST', `/${resource}`, values);
    if (answer.status !== 201) throw new Error(`POST /${resource}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** Changes a record in its present version. */
  async change(resource: string, id: string, values: Values): Promise<Row> {
    const { version } = await this.read(resource, id);
    const answer = await this.kontor.admin('PATCH', `/${resource}/${id}`, { version, ...values });
    if (answer.status !== 200) throw new Error(`PATCH /${resource}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async read(resource: string, id: string): Promise<Row> {
    return (await this.kontor.admin('GET', `/${resource}/${id}`)).body;
  }

  async list(resource: string, filter: Values, sort = 'created_at'): Promise<Row[]> {
    const json = (value: unknown) => encodeURIComponent(JSON.stringify(value));
    return (await this.kontor.admin('GET', `/${resource}?filter=${json(filter)}&sort=${json([sort, 'ASC'])}`)).body;
  }

  /** Takes a step; the answer as it comes. */
  act(resource: string, id: string, step: string, input: Values = {}, caller = this.kontor.admin as any) {
    return caller('POST', `/${resource}/${id}/actions/${step}`, input) as ReturnType<TestKontor['admin']>;
  }

  /** Takes steps that must succeed. */
  async go(resource: string, id: string, ...steps: readonly (string | readonly [string, Values])[]): Promise<void> {
    for (const step of steps) {
      const [name, input] = typeof step === 'string' ? [step, {}] : step;
      const answer = await this.act(resource, id, name, input);
      if (answer.status !== 200) throw new Error(`${resource} ${name}: ${JSON.stringify(answer.body)}`);
    }
  }

  /** An entry of the catalogue with an agenda of so many days. */
  template(days: number, values: Values = {}): Promise<Row> {
    return this.post('training_templates', {
      name: 'Konflikte führen',
      days: Array.from({ length: days }, (_, i) => ({
        day: i + 1,
        name: `Tag ${i + 1}`,
        starts: '09:00',
        ends: '16:30',
      })),
      ...values,
    });
  }

  /** A session of a day, 9 to 17 o'clock UTC. */
  session(training: string, day: string, values: Values = {}): Promise<Row> {
    return this.post('training_sessions', {
      name: `Tag ${day}`,
      training_id: training,
      starts_at: `${day}T09:00:00.000Z`,
      ends_at: `${day}T17:00:00.000Z`,
      location_id: null,
      online_link: null,
      ...values,
    });
  }
}
