import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { lazy, Suspense, useState } from 'react';
import type { ScreenProps } from '../../app/registry.ts';
import { useTexts } from '../../app/texts.ts';
import List from '../../screens/list/List.tsx';

const AuditCheck = lazy(() => import('./AuditCheck.tsx'));
const texts = { check: { de: 'Protokoll prüfen', en: 'Verify audit trail' } };

/** The generated list knows no action that concerns all entries together: their verification. */
export default function AuditList(props: ScreenProps) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  return (
    <Box sx={{ position: 'relative' }}>
      <List {...props} />
      <Button
        variant="outlined"
        size="small"
        onClick={() => setOpen(true)}
        sx={{ position: 'absolute', top: 18, right: { xs: 64, sm: 76 } }}
      >
        {t('check')}
      </Button>
      {open && (
        <Suspense>
          <AuditCheck onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </Box>
  );
}
