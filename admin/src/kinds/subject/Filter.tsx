import Box from '@mui/material/Box';
import { useId } from 'react';
import type { KindFilterProps } from '../view.ts';
import { SubjectFields } from './SubjectFields.tsx';

/** Everything about one resource, or about one record of it. */
export function Filter({ name, field, label, values, onChange }: KindFilterProps) {
  const id = useId();
  return (
    <Box role="group" aria-labelledby={`${id}-label`}>
      <Box component="span" id={`${id}-label`} sx={{ typography: 'body2', fontWeight: 500, display: 'block', mb: 0.5 }}>
        {label}
      </Box>
      <SubjectFields
        id={id}
        of={field.of}
        label={label}
        resource={values[`${name}_resource`] ?? null}
        record={values[`${name}_id`] ?? null}
        onPick={(resource, record) =>
          onChange({ [`${name}_resource`]: resource ?? undefined, [`${name}_id`]: record ?? undefined })
        }
      />
    </Box>
  );
}
