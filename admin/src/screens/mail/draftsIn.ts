import type { DryRun } from '../../providers/answers.ts';

/** A mail that would be written. */
export interface Draft {
  readonly to: string;
  readonly name: string | null;
  readonly subject: string;
  readonly html: string;
  /** The date goes along, or is called off. */
  readonly dated?: 'dated_request' | 'dated_cancel';
}

/** The mails among what a dry run would do: the records of a resource that it would create. */
export const draftsIn = ({ changes }: Pick<DryRun, 'changes'>, resource: string): Draft[] =>
  changes
    .filter((change) => change.resource === resource && change.operation === 'create')
    .map((change) => {
      const value = (name: string) => change.changes.find(({ field }) => field === name)?.after;
      const invitation = value('invitation');
      return {
        to: String(value('to') ?? ''),
        name: (value('to_name') as string | null | undefined) ?? null,
        subject: String(value('subject') ?? ''),
        html: String(value('html') ?? ''),
        ...(invitation
          ? { dated: invitation === 'cancel' ? ('dated_cancel' as const) : ('dated_request' as const) }
          : {}),
      };
    });
