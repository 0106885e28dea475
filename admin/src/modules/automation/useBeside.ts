import { fieldLabel, fieldNamed, type Resource } from '@kontor/shared';
import { use } from 'react';
import { useLocale } from '../../app/texts.ts';
import { declarationOf, manifestOf } from '../../declarations.ts';
import { useCan } from '../../providers/access.ts';
import {
  type FilterGroup,
  type FilterValues,
  innerGroups,
  keysOf,
  throughOf,
} from '../../screens/list/filters/entries.ts';

/** A condition on what a record refers to: `training_id.status`. */
export interface Beside {
  /** `Training → Status` */
  readonly label: string;
  /** Its entries, as they are asked of the other resource. */
  readonly group: FilterGroup;
  /** The keys of the filter that say so. */
  readonly keys: readonly string[];
}

/** The conditions of a filter that lie one step beside the record, in words of the resource that they ask. */
export function useBeside(watched: Resource, filter: FilterValues): Beside[] {
  const can = useCan();
  const locale = useLocale();
  return throughOf(filter).flatMap((by) => {
    const field = watched.fields[by];
    const to = field?.kind === 'reference' ? (field.to as string) : undefined;
    if (!field || !to || !manifestOf(to) || !can('read', to)) return [];
    const target = use(declarationOf(to));
    return innerGroups(filter, by, target).map((group) => {
      const named = fieldNamed(target, group.name);
      return {
        label: `${fieldLabel(field, by, locale)} → ${named ? fieldLabel(named, group.name, locale) : group.name}`,
        group,
        keys: keysOf(group),
      };
    });
  });
}
