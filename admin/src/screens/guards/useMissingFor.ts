import type { Resource } from '@kontor/shared';
import { useQuery } from '@tanstack/react-query';
import { type Missing, useKontor } from '../../providers/dataProvider.ts';
import type { Step } from '../form/steps.ts';
import type { Values } from '../form/values.ts';

const nothing: readonly Missing[] = [];

/** What is missing for a step of a record, as the server knows it; nothing where it is not known (yet). */
export function useMissingFor(resource: Resource, record: Values, step: Step | undefined): readonly Missing[] {
  const api = useKontor();
  const { data } = useQuery({
    queryKey: [resource.name, 'steps_ahead', record.id, record.version],
    queryFn: ({ signal }) => api.stepsAhead(resource.name, record.id, signal),
    enabled: Boolean(step && resource.workflow?.transitions[step.name]?.guarded && !record.deleted_at),
    // somebody may have put it right on another page
    staleTime: 0,
  });
  return data?.transitions.find(({ name }) => name === step?.name)?.missing ?? nothing;
}
