/** A task as its tile needs it. */
export interface Task {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly due_on: string | null;
  readonly _embedded?: { readonly subject?: { readonly title: string | null } };
}

export const urgencies = ['overdue', 'today', 'soon'] as const;
export type Urgency = (typeof urgencies)[number];

/** How urgent a due date is on a day. */
export const urgencyOf = (dueOn: string | null, today: string): Urgency =>
  dueOn && dueOn < today ? 'overdue' : dueOn === today ? 'today' : 'soon';
