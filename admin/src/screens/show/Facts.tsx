import { fieldLabel, fieldNamed, type Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useLocale } from '../../app/texts.ts';
import { FieldDisplay } from '../../kinds/FieldDisplay.tsx';
import { isWide } from '../../kinds/index.ts';

export interface FactsProps {
  readonly resource: Resource;
  readonly record: Record<string, any>;
  readonly title: string;
  readonly fields: readonly string[];
  /** One column, as beside the page. */
  readonly narrow?: boolean;
}

/** A group of a record's values with their names, in at most two columns. */
export function Facts({ resource, record, title, fields, narrow = false }: FactsProps) {
  const locale = useLocale();
  const id = useId();
  return (
    <Paper
      variant="outlined"
      component="section"
      {...(title ? { 'aria-labelledby': id } : {})}
      sx={{ p: { xs: 2, sm: narrow ? 2 : 3 } }}
    >
      {title && (
        <Typography id={id} variant="h2" sx={{ mb: 2 }}>
          {title}
        </Typography>
      )}
      <Box
        component="dl"
        sx={{
          m: 0,
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: narrow ? 'minmax(0, 1fr)' : 'repeat(2, minmax(0, 1fr))' },
          columnGap: 3,
          rowGap: narrow ? 1.25 : 2,
        }}
      >
        {fields.map((name) => {
          const field = fieldNamed(resource, name)!;
          return (
            <Box key={name} sx={{ minWidth: 0, ...(isWide(field) ? { gridColumn: '1 / -1' } : {}) }}>
              <Typography component="dt" variant="body2" color="text.secondary">
                {fieldLabel(field, name, locale)}
              </Typography>
              <Box component="dd" sx={{ m: 0, mt: 0.25, minHeight: 20, overflowWrap: 'anywhere' }}>
                <FieldDisplay resource={resource} name={name} record={record} />
              </Box>
            </Box>
          );
        })}
      </Box>
    </Paper>
  );
}
