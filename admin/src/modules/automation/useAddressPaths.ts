import { addressPathLabel, fieldNamed, opens, type Resource, ruleAddressPaths } from '@kontor/shared';
import { use } from 'react';
import { useLocale } from '../../app/texts.ts';
import { declarationOf, manifestOf, useRelations } from '../../declarations.ts';
import { useCan } from '../../providers/access.ts';
import { useSession } from '../../providers/session.ts';

/** The addresses that lie beside the records of a resource, by the texts with which rules name them; with their labels. */
export function useAddressPaths(watched: Resource): ReadonlyMap<string, string> {
  const can = useCan();
  const locale = useLocale();
  const relations = useRelations();
  const { grants } = useSession();
  const isReadable = (name: string) => {
    const flags = manifestOf(name)?.flags;
    return !!flags && !flags.owned && !flags.internal && !flags.append_only && can('read', name);
  };
  const beside = Object.values(watched.fields).flatMap((field) =>
    field.kind === 'subject'
      ? relations.subjects(field.of as string | undefined)
      : field.kind === 'reference' && field.to !== 'users'
        ? [field.to as string]
        : [],
  );
  const near = [watched.name, ...beside];
  const names = [...new Set([...near, ...near.flatMap((name) => relations.incoming(name).map((one) => one.resource))])];
  const declared = new Map(names.filter(isReadable).map((name) => [name, use(declarationOf(name))] as const));
  const around = { ...relations, resource: (name: string) => declared.get(name) };
  const isOpen = (resource: Resource, name: string) =>
    opens(grants, fieldNamed(resource, name)?.guard, resource, 'read');
  return new Map(
    [...ruleAddressPaths(watched, around)]
      .filter(([, { at, from, field }]) => isOpen(from?.resource ?? at, field))
      .map(([text, path]) => [text, addressPathLabel(path, watched, locale)]),
  );
}
