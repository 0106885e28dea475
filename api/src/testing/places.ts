import type { Caller, TestKontor } from './harness.ts';

const day = 86_400_000;
let serial = 0;

/** Makes what trainings need, through the API. */
export async function placesWorld(kontor: TestKontor) {
  const make = async (path: string, body: object, by: Caller = kontor.admin) => {
    const answer = await by('POST', path, body);
    if (answer.status !== 201) throw new Error(`${path} ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const company = await make('/companies', { name: 'Haus GmbH' });
  const brand = await make('/brands', { name: 'Segel', company_id: company.id, colour: '#123456' });
  const training = (more: object = {}) =>
    make('/trainings', { name: `Kurs ${++serial}`, brand_id: brand.id, kind: 'open', ...more });
  /** A session so many days from now. */
  const session = (of: string, days: number, more: object = {}) => {
    const starts = new Date(Date.now() + days * day);
    return make('/training_sessions', {
      name: 'Tag',
      training_id: of,
      starts_at: starts.toISOString(),
      ends_at: new Date(+starts + 8 * 3_600_000).toISOString(),
      units: 8,
      ...more,
    });
  };
  const contact = (more: object = {}) => {
    const name = `Teil${++serial}`;
    return make('/contacts', {
      first_name: 'Mia',
      last_name: name,
      email: `${name.toLowerCase()}@example.de`,
      ...more,
    });
  };
  const enrol = async (of: string, who?: string, more: object = {}) =>
    make('/enrolments', { training_id: of, contact_id: who ?? (await contact()).id, ...more });
  const step = (id: string, name: string, body: object = {}, by: Caller = kontor.admin) =>
    by('POST', `/enrolments/${id}/actions/${name}`, body);
  const enrolment = async (id: string) => (await kontor.admin('GET', `/enrolments/${id}`)).body;
  /** How many there are in each state, in a training. */
  const states = async (of: string): Promise<Record<string, number>> =>
    Object.fromEntries(
      (
        await kontor.owner.query(
          'SELECT status, count(*)::int AS n FROM enrolments WHERE training_id = $1 GROUP BY 1 ORDER BY 1',
          [of],
        )
      ).rows.map(({ status, n }) => [status, n]),
    );
  return { brand: brand.id as string, make, training, session, contact, enrol, step, enrolment, states };
}
