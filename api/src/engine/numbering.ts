import type { Resource } from '@kontor/shared';
import type { Transaction } from '../db/pool.ts';
import { issuerOf } from '../services/numbers.ts';
import type { Context, Row, Values } from './context.ts';

/** The fields of a resource that get a number when a record is created, or by a transition. */
const numbered = (resource: Resource, transition?: string): string[] =>
  Object.keys(resource.fields).filter((name) => {
    const { kind, on } = resource.fields[name]!;
    return kind === 'sequence' && on === transition;
  });

/** The fields that a new record still needs a number for. */
export const unnumbered = (resource: Resource, values: Values): string[] =>
  numbered(resource).filter((name) => values[name] === undefined);

/** The numbers of a new record, drawn before its transaction so that writers do not wait for each other. */
export async function drawNumbers(context: Context, resource: Resource, values: Values): Promise<void> {
  const issuer = issuerOf(resource, values);
  for (const name of unnumbered(resource, values))
    values[name] = await context.engine.numbers.draw(resource.fields[name]!.series as string, issuer);
}

/**
 * The numbers that a transition gives, in its transaction. What has its number keeps it: who takes a step back and goes it
 * again does not use up another. Numbers are given one after the other, so their series is locked as late as possible.
 */
export async function takeNumbers(
  context: Context,
  tx: Transaction,
  resource: Resource,
  transition: string,
  current: Row,
  values: Values,
): Promise<void> {
  for (const name of numbered(resource, transition)) {
    if (current[name]) continue;
    values[name] = await context.engine.numbers.take(tx, {
      series: resource.fields[name]!.series as string,
      issuer: issuerOf(resource, { ...current, ...values }),
      resource: resource.name,
      id: current.id,
      actor: context.access.actor.id,
    });
  }
}
