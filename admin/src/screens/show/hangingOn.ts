import { type IncomingRelation, manifestOf } from '../../declarations.ts';

/** Of what belongs to a record, that which stands in its stream. */
export const hangingOn = (related: readonly IncomingRelation[]): IncomingRelation[] =>
  related.filter(({ kind, resource: from }) => kind === 'subject' && manifestOf(from)?.flags.stream);
