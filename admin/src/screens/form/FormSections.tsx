import type { Operation, Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { FieldInput } from '../../kinds/FieldInput.tsx';
import { isWide } from '../../kinds/index.ts';
import type { FormPart } from './layout.ts';
import { TakenOver } from './TakenOver.tsx';

export interface FormSectionsProps {
  readonly resource: Resource;
  readonly parts: readonly FormPart[];
  /** The first input takes the focus: on a new record. */
  readonly focusFirst?: boolean;
  /** Without frames: within a dialog. */
  readonly plain?: boolean;
  /** What the form is for, if not to create or change the record. */
  readonly operation?: Operation;
}

/** The sections of a form, each in at most two columns. */
export function FormSections({ resource, parts, focusFirst, plain, operation }: FormSectionsProps) {
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {parts.map((part, index) => (
        <Section
          key={part.title}
          resource={resource}
          part={part}
          plain={plain ?? false}
          operation={operation}
          focusFirst={Boolean(focusFirst) && index === 0}
        />
      ))}
    </Box>
  );
}

interface SectionProps {
  readonly resource: Resource;
  readonly part: FormPart;
  readonly plain: boolean;
  readonly focusFirst: boolean;
  readonly operation: Operation | undefined;
}

function Section({ resource, part, plain, focusFirst, operation }: SectionProps) {
  const id = useId();
  const lonely = plain && part.fields.length === 1;
  const grid = (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
        columnGap: 3,
        rowGap: 2,
        alignItems: 'start',
      }}
    >
      {part.fields.map((name, index) => (
        <Box key={name} sx={lonely || isWide(resource.fields[name]!) ? { gridColumn: '1 / -1' } : undefined}>
          <FieldInput resource={resource} name={name} operation={operation} autoFocus={focusFirst && index === 0} />
          <TakenOver resource={resource} name={name} />
        </Box>
      ))}
    </Box>
  );
  if (plain) return grid;
  return (
    <Paper
      variant="outlined"
      component="section"
      {...(part.title ? { 'aria-labelledby': id } : {})}
      sx={{ p: { xs: 2, sm: 3 } }}
    >
      {part.title && (
        <Typography id={id} variant="h2" sx={{ mb: 2 }}>
          {part.title}
        </Typography>
      )}
      {grid}
    </Paper>
  );
}
