import { fieldLabel, type Resource } from '@kontor/shared';
import FormHelperText from '@mui/material/FormHelperText';
import { createContext, use } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useLocale } from '../../app/texts.ts';
import { takenOver } from './completion.ts';
import type { Values } from './values.ts';
import { useWords } from './words.ts';

/** What a form has filled in by itself; undefined in a form that does not. */
export const TakenContext = createContext<Values | undefined>(undefined);

/** Below the field from which a new record takes something over: what that was. */
export function TakenOver({ resource, name }: { readonly resource: Resource; readonly name: string }) {
  const filled = use(TakenContext);
  return filled && resource.completes?.like === name ? <Told resource={resource} filled={filled} /> : null;
}

function Told({ resource, filled }: { readonly resource: Resource; readonly filled: Values }) {
  const locale = useLocale();
  const t = useWords();
  const { control } = useFormContext();
  const names = Object.keys(filled);
  const values = useWatch({ control, name: names }) as unknown[];
  const taken = takenOver(filled, Object.fromEntries(names.map((name, index) => [name, values[index]])));
  const fields = taken.map((name) => fieldLabel(resource.fields[name]!, name, locale)).join(', ');
  return (
    <FormHelperText component="div" role="status" sx={{ mx: 0, mt: fields ? undefined : 0 }}>
      {fields && t('taken_over', { fields })}
    </FormHelperText>
  );
}
