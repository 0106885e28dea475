import type { Values } from '../../engine/context.ts';

/** One thing that a rule does. */
export interface RuleAction {
  readonly kind: 'notification' | 'task' | 'mail' | 'transition';
  /** A field of the record that names a user or holds an address, or whoever has saved the rule. */
  readonly recipient: string | null;
  readonly role_id: string | null;
  readonly template_id: string | null;
  readonly text: string | null;
  readonly due_in: number | null;
  readonly transition: string | null;
}

/** A rule as it is stored, with its actions in the order in which they were entered. */
export interface Rule {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly resource: string;
  readonly trigger: 'date' | 'transition';
  readonly date_field: string;
  readonly direction: 'before' | 'on' | 'after';
  readonly amount: number;
  readonly unit: 'days' | 'hours';
  readonly at_time: string;
  /** The date comes back every year. */
  readonly yearly: boolean;
  readonly from_state: string | null;
  readonly to_state: string | null;
  readonly filter: unknown;
  /** Nobody: a rule that Kontor ships, as long as nobody has saved it. It acts as the house. */
  readonly owner_id: string | null;
  readonly armed_at: string | null;
  readonly actions: readonly RuleAction[];
}

const names = ['kind', 'recipient', 'role_id', 'template_id', 'text', 'due_in', 'transition'] as const;

/** An action with everything that was not said. */
export const ruleAction = (values: Values): RuleAction =>
  Object.fromEntries(names.map((name) => [name, values[name] ?? null])) as unknown as RuleAction;

/** Days or hours from the date to the moment at which the rule is to act; before it they are negative. */
export const distanceOf = ({ direction, amount }: Pick<Rule, 'direction' | 'amount'>): number =>
  direction === 'on' ? 0 : direction === 'before' ? -(amount ?? 0) : (amount ?? 0);
