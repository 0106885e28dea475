import type { Fields, Resource } from './resource.ts';

/** Fields as a step asks for them: what nothing else may write is written by the step that asks for it. */
export const askedFields = (resource: Pick<Resource, 'fields'>, names: readonly string[]): Fields =>
  Object.fromEntries(
    names.map((name) => {
      const { readOnly: _, ...asked } = resource.fields[name]!;
      return [name, asked];
    }),
  );
