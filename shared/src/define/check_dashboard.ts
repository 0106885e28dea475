import { canSum } from '../kinds/index.ts';
import type { LoadPanel, Panel } from './dashboard.ts';
import type { Model } from './model.ts';
import { fieldNamed, propertiesOf } from './properties.ts';
import type { Resource } from './resource.ts';

const suffix = /_(gte|lte|gt|lt|null)$/;

/** Mistakes in a panel over rows of a resource. */
export function panelMistakes(panel: Panel, resource: Resource, model: Model): string[] {
  const has = (name: string) => propertiesOf(resource).has(name) || Boolean(resource.fields[name]);
  const filtered = Object.keys(panel.filter ?? {}).map((key) => {
    const [name = '', inner] = key.split('.');
    if (!inner) return has(key) || has(key.replace(suffix, ''));
    const target = model.resources.get(String(resource.fields[name]?.to ?? ''));
    return target !== undefined && propertiesOf(target).has(inner.replace(suffix, ''));
  });
  const named = namedBy(panel);
  const measured = panel.show === 'bars' ? panel.measures : [];
  return [
    ...Object.keys(panel.filter ?? {})
      .filter((_, index) => !filtered[index])
      .map((key) => `"${key}" is no filter of ${resource.name}`),
    ...named
      .filter((name) => name !== undefined && !has(name))
      .map((name) => `"${name}" is no field of ${resource.name}`),
    ...measured
      .filter((measure) => measure !== 'count')
      .map((measure) => measure.slice('sum:'.length))
      .filter((name) => !fieldNamed(resource, name) || !canSum(fieldNamed(resource, name)!))
      .map((name) => `"${name}" of ${resource.name} can not be summed`),
    ...(panel.show === 'load' ? loadMistakes(panel, resource, model) : []),
  ];
}

/** Fields of the resource that a panel names. */
function namedBy(panel: Panel): readonly (string | undefined)[] {
  switch (panel.show) {
    case 'figure':
      return [];
    case 'bars':
      return [panel.group, panel.split];
    case 'load':
      return [panel.group, panel.days];
    case 'rows':
      return [...panel.columns, panel.sort[0], panel.opens];
    case 'shares':
      return [...panel.columns, panel.sort[0], panel.value, panel.limit, panel.least];
  }
}

function loadMistakes({ group, days, limit }: LoadPanel, resource: Resource, model: Model): string[] {
  const who = resource.fields[group];
  const target = who?.kind === 'reference' ? model.resources.get(String(who.to)) : undefined;
  const when = fieldNamed(resource, days)?.kind;
  return [
    ...(who && !target ? [`"${group}" of ${resource.name} is no reference`] : []),
    ...(when && !['date', 'datetime'].includes(when) ? [`"${days}" of ${resource.name} has no days`] : []),
    ...(target && target.fields[limit]?.kind !== 'integer' ? [`"${limit}" is no number of ${target.name}`] : []),
  ];
}

/** Mistakes in the overview of a module. */
export const checkDashboards = (model: Model): string[] =>
  model.modules.flatMap(({ name, dashboard = [] }) =>
    dashboard.flatMap((panel, index) => {
      const resource = model.resources.get(panel.of);
      const mistakes = resource ? panelMistakes(panel, resource, model) : [`"${panel.of}" is not declared`];
      return mistakes.map((mistake) => `${name}.dashboard[${index}]: E119 ${mistake}`);
    }),
  );
