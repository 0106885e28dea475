import { fieldLabel, labelText, optionLabel, type Resource } from '@kontor/shared';
import { columns, type Look, section } from './text.ts';

/** Transitions by the state from which they start, and actions with their input. */
export function explainWorkflow(resource: Resource, look: Look): string[] {
  const { workflow, actions = {} } = resource;
  const lines: string[][] = [];
  if (workflow) {
    const field = resource.fields[workflow.field]!;
    for (const [name, { label, from, to, requires, input }] of Object.entries(workflow.transitions))
      lines.push([
        name,
        `“${labelText(label, name, 'de')}”`,
        [
          `${from.join(' | ')} → ${to}`,
          requires?.length ? `requires ${requires.join(', ')}` : '',
          input?.length ? `asks for ${input.join(', ')}` : '',
        ]
          .filter(Boolean)
          .join('; '),
      ]);
    const states = Object.keys(field.options as object).map((state) => [
      state === workflow.initial ? `${state} (first)` : state,
      optionLabel(field, state, 'de'),
    ]);
    return [
      ...section(`States of ${workflow.field}`, columns(states, look), look),
      ...section('Transitions', columns(lines, look), look),
      ...explainActions(actions, look),
    ];
  }
  return explainActions(actions, look);
}

const explainActions = (actions: NonNullable<Resource['actions']>, look: Look): string[] =>
  section(
    'Actions',
    columns(
      Object.entries(actions).map(([name, { label, input = {} }]) => [
        name,
        `“${labelText(label, name, 'de')}”`,
        Object.entries(input)
          .map(([field, of]) => `${field}: ${of.kind} “${fieldLabel(of, field, 'de')}”`)
          .join(', '),
      ]),
      look,
    ),
    look,
  );
