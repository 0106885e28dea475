import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { Missing } from '../../providers/dataProvider.ts';
import { MissingList } from './MissingList.tsx';
import { useWords } from './words.ts';

/** So many stand in the head of a record, before somebody wants to see all. */
const first = 4;

/** In the head of a record: what is missing before its next step can be taken. */
export function MissingNotice({ step, missing }: { step: string; missing: readonly Missing[] }) {
  const t = useWords();
  const [all, setAll] = useState(false);
  const more = missing.length > first;
  return (
    <Box
      component="section"
      aria-label={t('missing', { step })}
      sx={{
        flexBasis: '100%',
        display: 'grid',
        gap: 0.5,
        justifyItems: 'start',
        pl: 1.5,
        borderLeft: 3,
        borderColor: 'warning.main',
      }}
    >
      <Box sx={{ typography: 'body2', fontWeight: 600 }}>{t('missing', { step })}</Box>
      <MissingList missing={all ? missing : missing.slice(0, first)} />
      {more && (
        <Button size="small" onClick={() => setAll(!all)} aria-expanded={all} sx={{ ml: -0.5 }}>
          {all ? t('less') : t('more', { count: String(missing.length) })}
        </Button>
      )}
    </Box>
  );
}
