import { kindOf, type Resource, systemNames } from '@kontor/shared';

/** The fields whose titles have to come with a record: everything that refers to other records. */
export const embedNames = (resource: Resource): string[] => [
  ...Object.entries(resource.fields)
    .filter(
      ([name, field]) =>
        field.to ||
        kindOf(field)
          .columns(field, name)
          .some((c) => c.references || c.name === `${name}_resource`),
    )
    .map(([name]) => name),
  ...systemNames(resource).filter((name) => name.endsWith('_by')),
];
