import { kindOf, type Resource } from '@kontor/shared';

/** The fields of a child that are typed within its parent: writable, shown, and not the link to the parent. */
export const lineColumns = (child: Resource, by: string): string[] =>
  Object.entries(child.fields)
    .filter(([name, field]) => name !== by && !field.hidden && !field.readOnly && kindOf(field).name !== 'lines')
    .map(([name]) => name);
