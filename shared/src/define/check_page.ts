import { kindOf } from '../kinds/index.ts';
import { panelMistakes } from './check_dashboard.ts';
import type { Model } from './model.ts';
import type { PagePanel } from './page.ts';
import { fieldNamed } from './properties.ts';
import type { Resource } from './resource.ts';

function panelOf(panel: PagePanel, resource: Resource, model: Model): string[] {
  const { of, by, tick } = panel;
  const other = model.resources.get(of);
  if (!other) return [`"${of}" is not declared`];
  const field = other.fields[by];
  const belongs =
    field?.kind === 'subject'
      ? resource.abilities?.includes(String(field.of))
      : field?.to === resource.name && ['reference', 'references'].includes(field.kind);
  return [
    ...(belongs ? [] : [`"${by}" of ${of} does not name records of ${resource.name}`]),
    ...(tick === undefined || other.fields[tick]?.kind === 'boolean' ? [] : [`"${tick}" is no yes or no of ${of}`]),
    ...panelMistakes({ label: { de: '', en: '' }, ...panel, show: 'rows' }, other, model),
  ];
}

/** Mistakes in how the page of a record is declared. */
export function pageMistakes(resource: Resource, model: Model): string[] {
  const { panels = [], among = {} } = resource.page ?? {};
  const sections = Object.keys(resource.form ?? {});
  const typed = Object.values(resource.form ?? {}).flat();
  return [
    ...panels.flatMap((panel) => panelOf(panel, resource, model)),
    ...Object.keys(among)
      .filter((section) => !sections.includes(section))
      .map((section) => `"${section}" is no section of the form`),
    ...Object.values(among)
      .flat()
      .filter((name) => {
        const field = fieldNamed(resource, name);
        return typed.includes(name) || !field || !(kindOf(field).computed || field.readOnly);
      })
      .map((name) => `"${name}" is no value that stands at the side`),
  ];
}
