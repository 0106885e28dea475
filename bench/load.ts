import autocannon from 'autocannon';

/** One measurement, as `run.ts` hands it over. */
export interface Job {
  readonly url: string;
  readonly token?: string;
  readonly operation: Operation;
  readonly connections: number;
  readonly seconds: number;
  /** Records to read and change, with their versions. */
  readonly records: readonly { readonly id: string; readonly version: number }[];
}

export const operations = ['page', 'one', 'create', 'update'] as const;
export type Operation = (typeof operations)[number];

export interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Answers other than success, and broken connections. */
  readonly failed: number;
}

interface Target {
  id: string;
  version: number;
}

const statuses = ['active', 'prospect', 'inactive'];
const base = '/api/v1/customers';

/** The n-th request of a connection. Each connection has records of its own, so that none is told that it came too late. */
function requestOf(operation: Operation, n: number, target: Target): Partial<autocannon.Request> {
  switch (operation) {
    case 'page': {
      const first = (n % 4) * 25;
      return {
        method: 'GET',
        path: `${base}?sort=["name","ASC"]&range=[${first},${first + 24}]&filter={"status":"${statuses[n % 3]}"}`,
      };
    }
    case 'one':
      return { method: 'GET', path: `${base}/${target.id}` };
    case 'create':
      return {
        method: 'POST',
        path: base,
        body: JSON.stringify({
          type: 'organisation',
          name: `Messung ${n} GmbH`,
          status: 'prospect',
          industry: 'services',
          email: `kontakt${n}@messung.example`,
          phone: '+49 30 23125000',
          language: 'de',
          payment_days: 14,
        }),
      };
    case 'update':
      return {
        method: 'PUT',
        path: `${base}/${target.id}`,
        body: JSON.stringify({ version: target.version, remarks: `Messung ${n}`, payment_days: n % 60 }),
      };
  }
}

/** Runs one job and returns its figures. */
export async function measure(job: Job): Promise<Measured> {
  const times: number[] = [];
  let failed = 0;
  let started = 0;
  const share = Math.max(1, Math.floor(job.records.length / job.connections));
  const options: autocannon.Options = {
    url: job.url,
    connections: job.connections,
    duration: job.seconds,
    headers: {
      'Content-Type': 'application/json',
      ...(job.token ? { Authorization: `Bearer ${job.token}` } : {}),
    },
    setupClient: (client) => {
      const own = job.records
        .slice(share * started, share * (started + 1))
        .map(({ id, version }): Target => ({ id, version }));
      let n = started * 1_000_000;
      started += 1;
      let target = own[0]!;
      client.setRequests([
        {
          setupRequest: (request) => {
            n += 1;
            target = own[n % own.length]!;
            return { ...request, ...requestOf(job.operation, n, target) };
          },
          onResponse: (status, body) => {
            if (status >= 300) failed += 1;
            else if (job.operation === 'update') target.version = JSON.parse(body).version;
          },
        },
      ]);
    },
  };
  const result = await new Promise<autocannon.Result>((done, fail) => {
    const run = autocannon(options, (error, result) => (error ? fail(error) : done(result)));
    run.on('response', (_client, _status, _bytes, time) => times.push(time));
  });
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    perSecond: times.length / result.duration,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    failed: failed + result.errors,
  };
}

process.once('message', (job: Job) => {
  measure(job).then(
    (measured) => process.send!(measured, () => process.exit(0)),
    (error: Error) => {
      console.error(error);
      process.exit(1);
    },
  );
});
