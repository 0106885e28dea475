import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import Previous from 'icon/ChevronLeft';
import Next from 'icon/ChevronRight';
import { useState } from 'react';
import type { Draft } from './draftsIn.ts';
import { useWords } from './words.ts';

/** The mails that an action would write, one at a time. The frame runs nothing and loads nothing. */
export function Drafts({ drafts }: { readonly drafts: readonly Draft[] }) {
  const t = useWords();
  const [at, setAt] = useState(0);
  const draft = drafts[at];
  if (!draft) return <Typography sx={{ mt: 2 }}>{t('no_drafts')}</Typography>;
  const arrow = (to: number, label: string, Icon: typeof Next) => (
    <IconButton size="small" aria-label={label} title={label} disabled={!drafts[to]} onClick={() => setAt(to)}>
      <Icon />
    </IconButton>
  );
  return (
    <Box sx={{ display: 'grid', gap: 1, mt: 2 }}>
      <Box sx={{ display: 'flex', alignItems: 'center' }}>
        <Typography sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          {t('draft_to', { to: draft.name ? `${draft.name} <${draft.to}>` : draft.to })}
        </Typography>
        <Typography color="text.secondary" aria-live="polite" sx={{ whiteSpace: 'nowrap', ml: 1 }}>
          {t('draft_of', { index: at + 1, count: drafts.length })}
        </Typography>
        {arrow(at - 1, t('draft_before'), Previous)}
        {arrow(at + 1, t('draft_after'), Next)}
      </Box>
      <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
        {t('subject', { subject: draft.subject })}
      </Typography>
      {draft.dated && <Typography>{t(draft.dated)}</Typography>}
      <Box
        component="iframe"
        title={t('preview')}
        sandbox=""
        srcDoc={`<body style="font:14px/1.5 sans-serif;margin:12px">${draft.html}</body>`}
        sx={{ width: 1, height: 300, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: '#fff' }}
      />
    </Box>
  );
}
