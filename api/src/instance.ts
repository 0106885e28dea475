import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One installation is served by one process at a time; a note in its folder says where. */
const note = (home: string) => join(home, 'running.json');

/** The address of the process that serves this installation already, if it answers. */
export async function runningInstance(home: string): Promise<string | undefined> {
  try {
    const { port } = JSON.parse(readFileSync(note(home), 'utf8')) as { port: number };
    const answer = await fetch(`http://127.0.0.1:${port}/health/live`, { signal: AbortSignal.timeout(2000) });
    const { status } = (await answer.json()) as { status?: string };
    return status === 'live' ? `http://localhost:${port}` : undefined;
  } catch {
    return undefined;
  }
}

export function announce(home: string, port: number): void {
  mkdirSync(home, { recursive: true });
  writeFileSync(note(home), JSON.stringify({ pid: process.pid, port }));
}

export function retract(home: string): void {
  rmSync(note(home), { force: true });
}
