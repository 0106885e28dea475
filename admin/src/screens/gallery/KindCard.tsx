import type { KindName, Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { FieldDisplay } from '../../kinds/FieldDisplay.tsx';
import { FieldFilter } from '../../kinds/FieldFilter.tsx';
import { InputState } from './InputState.tsx';
import { samples } from './samples.ts';

/** One kind: its displays, its inputs in all states, and its filter with the entries it makes. */
export function KindCard({ kind }: { kind: KindName }) {
  const { field, value, long, wrong } = samples[kind];
  const [filter, setFilter] = useState<Record<string, any>>({});
  const resource: Resource = { name: 'gallery', label: { de: ['Galerie', 'Galerie'] }, title: [], fields: { field } };
  const record = (shown: unknown) => ({ id: '1', field: shown });
  const displays = { usual: value, dense: long ?? value, empty: null };
  return (
    <Paper variant="outlined" component="section" id={kind} sx={{ p: 2, display: 'grid', gap: 2 }}>
      <Typography variant="h2">{kind}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'center' }}>
        {Object.entries(displays).map(([state, shown]) => (
          <Box key={state} sx={{ maxWidth: 320 }}>
            <FieldDisplay resource={resource} name="field" record={record(shown)} dense={state === 'dense'} />
          </Box>
        ))}
      </Box>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: 'repeat(3, minmax(0, 1fr))' } }}>
        <InputState resource={resource} value={value} />
        <InputState resource={resource} value={wrong ?? null} required touched />
        <InputState resource={resource} value={value} disabled />
        <Box>
          <InputState resource={resource} value={value} dense />
        </Box>
        <Box>
          <FieldFilter
            resource={resource}
            name="field"
            values={filter}
            onChange={(e) => setFilter({ ...filter, ...e })}
          />
          <Box component="code" sx={{ typography: 'caption', color: 'text.secondary' }}>
            {JSON.stringify(filter)}
          </Box>
        </Box>
      </Box>
    </Paper>
  );
}
