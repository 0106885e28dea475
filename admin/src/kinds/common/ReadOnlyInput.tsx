import Box from '@mui/material/Box';
import { useRecordContext } from 'ra-core';
import { type ComponentType, useId } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useLocale } from '../../app/texts.ts';
import type { KindDisplayProps, KindInputProps } from '../view.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { useWords } from './words.ts';

/** What the server sets stands in a form as it stands elsewhere; before the first save it says so. */
export function ReadOnlyInput({ Display, ...props }: KindInputProps & { Display: ComponentType<KindDisplayProps> }) {
  const { source, name, field, resource, dense } = props;
  const { control } = useFormContext();
  const record: Record<string, any> = useRecordContext() ?? {};
  const value = useWatch({ control, name: source }) ?? (source === name ? record[name] : undefined);
  const locale = useLocale();
  const t = useWords();
  const id = useId();
  return (
    <FieldFrame {...props} id={id} required={false} group>
      <Box sx={{ minHeight: dense ? 0 : 38, display: 'flex', alignItems: 'center' }}>
        {value === undefined || value === null ? (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {t('set_automatically')}
          </Box>
        ) : (
          <Display
            value={value}
            name={name}
            field={field}
            resource={resource}
            record={record}
            locale={locale}
            dense={dense ?? false}
          />
        )}
      </Box>
    </FieldFrame>
  );
}
