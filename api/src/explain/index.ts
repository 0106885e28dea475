import { type Model, type Resource, resourceLabel } from '@kontor/shared';
import { explainEndpoints } from './endpoints.ts';
import { explainPermissions } from './permissions.ts';
import { explainScreens } from './screens.ts';
import { explainTable } from './table.ts';
import { type Look, plain, wrap } from './text.ts';
import { explainWorkflow } from './workflow.ts';

/** Everything that is generated from one declaration, to be read in a terminal. */
export function explain(model: Model, resource: Resource, look: Look = plain): string {
  const module = model.moduleOf(resource.name);
  const flags = (['owned', 'internal', 'append_only', 'server_only', 'trash'] as const).filter(
    (flag) => resource[flag],
  );
  return [
    `${look.bold(resource.name)}  ${resourceLabel(resource, 'de')} / ${resourceLabel(resource, 'en')}`,
    ...wrap(
      [
        `shared/src/modules/${module.name}/${resource.name}.ts`,
        `title: ${resource.title.join(' ')}`,
        ...(resource.abilities?.length ? [`abilities: ${resource.abilities.join(', ')}`] : []),
        ...(flags.length ? [flags.join(', ')] : []),
      ].join(' · '),
      look.width,
    ).map(look.dim),
    ...explainTable(model, resource, look),
    ...explainWorkflow(resource, look),
    ...explainPermissions(resource, look),
    ...explainEndpoints(resource, look),
    ...explainScreens(model, resource, look),
    '',
  ].join('\n');
}
