import type { Grant, Operation } from '@kontor/shared';
import { model } from '@kontor/shared/modules/index';
import { Access } from '../api/src/engine/access.ts';
import { recordColumns } from '../api/src/query/select.ts';
import { render } from '../api/src/query/sql.ts';

/** What the permissions of one user cost in a list request. */
export interface PermissionCost {
  readonly who: string;
  readonly grants: number;
  /** Microseconds of deciding: rows and columns of a page, all of it anew. */
  readonly decided: number;
  /** Microseconds when the decisions are remembered, as they are for seconds. */
  readonly remembered: number;
  /** Microseconds of the whole request, one after the other. */
  readonly request: number;
}

/** What permissions may cost of a request, at most, decided anew each time. */
export const permissionShare = 0.05;

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const page = '?sort=["name","ASC"]&range=[0,24]&filter={"status":"active"}';
const customers = model.get('customers');
const reading: Operation = 'read';

/** All that is done for permissions in a list request: which rows, which columns, and what the filter and order may name. */
function decide(access: Access): void {
  access.require(customers, reading);
  render(access.rows(customers, reading, 't'));
  recordColumns(access, customers);
  const readable = access.properties(customers);
  for (const name of ['status', 'name']) if (!readable.has(name)) throw new Error(`${name} can not be read`);
}

function microseconds(rounds: number, work: () => void): number {
  const times: number[] = [];
  for (let n = 0; n < rounds; n++) {
    const from = process.hrtime.bigint();
    work();
    times.push(Number(process.hrtime.bigint() - from) / 1000);
  }
  return median(times);
}

/** Signs users in, and compares the work on their permissions with the whole of a list request of theirs. */
export async function permissionCosts(
  url: string,
  users: readonly { email: string; password: string; role?: string | undefined }[],
): Promise<PermissionCost[]> {
  const costs: PermissionCost[] = [];
  for (const { email, password, role = '' } of users) {
    const answer = await fetch(`${url}/api/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    const session = (await answer.json()) as { access_token: string; user: any; grants: Grant[] };
    const actor = { ...session.user, grants: session.grants };
    const anew = microseconds(3000, () => decide(new Access(model, actor)));
    const kept = new Access(model, actor);
    const remembered = microseconds(3000, () => decide(kept));
    const headers = { Authorization: `Bearer ${session.access_token}` };
    const times: number[] = [];
    for (let n = 0; n < 600; n++) {
      const from = process.hrtime.bigint();
      const list = await fetch(`${url}/api/v1/customers${page}`, { headers });
      await list.arrayBuffer();
      if (list.status !== 200) throw new Error(`${role}: ${list.status}`);
      times.push(Number(process.hrtime.bigint() - from) / 1000);
    }
    costs.push({ who: role, grants: session.grants.length, decided: anew, remembered, request: median(times) });
  }
  return costs;
}

/** The costs as a table in Markdown. */
export const permissionTable = (costs: readonly PermissionCost[]): string[] => [
  '## Permissions in a list request',
  '',
  `Which rows and columns a user may see, decided anew each time, against the whole request, one after the other. Target: at most ${permissionShare * 100} %. Kontor remembers decisions for seconds; then it is what the last column says.`,
  '',
  '| user | grants | decided | request | share | | remembered |',
  '|---|---|---|---|---|---|---|',
  ...costs.map(
    ({ who, grants, decided, request, remembered }) =>
      `| ${who} | ${grants} | ${decided.toFixed(0)} µs | ${request.toFixed(0)} µs | **${((100 * decided) / request).toFixed(1)} %** | ${decided / request <= permissionShare ? 'reached' : 'missed'} | ${remembered.toFixed(0)} µs |`,
  ),
];
