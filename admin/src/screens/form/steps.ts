import type { CurrentUser, Grant, Resource, Tone } from '@kontor/shared';
import { mayWith } from '../../providers/mayWith.ts';

export interface Step {
  readonly name: string;
  readonly label: Resource['fields'][string]['label'];
  readonly to: string;
  /** Fields that must be filled and are not. */
  readonly missing: readonly string[];
  /** Fields that are asked for. */
  readonly input: readonly string[];
}

interface Asking {
  readonly user: CurrentUser;
  readonly grants: readonly Grant[];
}

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/**
 * The steps that lead on from the record's state and that the user may take, in the order of the declaration; all of them
 * when nobody is named.
 */
export function stepsOf(resource: Resource, record: Record<string, unknown>, asking?: Asking): Step[] {
  const { workflow } = resource;
  if (!workflow || record.deleted_at) return [];
  const state = String(record[workflow.field]);
  return Object.entries(workflow.transitions)
    .filter(
      ([name, step]) =>
        step.from.includes(state) && (!asking || mayWith(asking, resource, `transition.${name}`, record)),
    )
    .map(([name, { label, to, requires = [], input = [] }]) => ({
      name,
      label,
      to,
      input,
      missing: requires.filter(
        (field) => !input.includes(field) && isEmpty(record[field]) && isEmpty(record[`${field}_id`]),
      ),
    }));
}

/** The next sensible step: the nearest one that leads forward and neither waits nor gives up; undefined when there is none. */
export function nextStep(
  resource: Resource,
  record: Record<string, unknown>,
  steps: readonly Step[],
): Step | undefined {
  const field = resource.workflow && resource.fields[resource.workflow.field];
  if (!field) return undefined;
  const states = Object.keys(field.options as object);
  const tone = (state: string) => (field.tones as Record<string, Tone> | undefined)?.[state] ?? 'neutral';
  const now = states.indexOf(String(record[resource.workflow!.field]));
  const forward = (step: Step) => states.indexOf(step.to) > now && !['warning', 'error'].includes(tone(step.to));
  const final = (step: Step) =>
    tone(step.to) === 'neutral' && states.indexOf(step.to) === states.length - 1 && states.length > 2;
  return steps
    .filter((step) => forward(step) && !final(step))
    .sort((a, b) => states.indexOf(a.to) - states.indexOf(b.to))[0];
}

/**
 * The states that stand on the way of a record: those that steps lead forward through, and where it is now. Before it stand
 * only states from which steps lead there; what ended beside the way (cancelled) may have come from anywhere, and stands alone.
 */
export function pathOf(resource: Resource, state: string): string[] {
  const { workflow } = resource;
  const field = workflow && resource.fields[workflow.field];
  if (!field) return [];
  const states = Object.keys(field.options as object);
  const tones = (field.tones as Record<string, Tone> | undefined) ?? {};
  const last = states.findLastIndex((name) => tones[name] === 'success');
  const ended = (name: string) => tones[name] === 'error' || (last >= 0 && states.indexOf(name) > last);
  if (ended(state)) return [state];
  const now = states.indexOf(state);
  const leads = (from: string): boolean =>
    Object.values(workflow.transitions).some(
      (step) =>
        step.from.includes(from) &&
        states.indexOf(step.to) > states.indexOf(from) &&
        states.indexOf(step.to) <= now &&
        (step.to === state || leads(step.to)),
    );
  return states.filter(
    (name, index) => name === state || (!ended(name) && tones[name] !== 'warning' && (index > now || leads(name))),
  );
}
