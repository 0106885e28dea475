import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Search from 'icon/Search';
import { lazy, Suspense } from 'react';
import { useCan } from '../../providers/access.ts';
import { useSession } from '../../providers/session.ts';
import { usePalette } from '../palette/PaletteProvider.tsx';
import { useTexts } from '../texts.ts';
import { sizes } from '../theme.ts';
import { Bell } from './Bell.tsx';
import { BrandMenu } from './BrandMenu.tsx';
import { CreateMenu } from './CreateMenu.tsx';
import { Keys } from './Keys.tsx';
import { UserMenu } from './UserMenu.tsx';

const Jobs = lazy(() => import('./Jobs.tsx'));

const texts = {
  search: { de: 'Suchen oder ausführen', en: 'Search or run a command' },
  ctrl: { de: 'Strg', en: 'Ctrl' },
};

/** Search over everything, what runs in the background, what is new, and the user. */
export function Header() {
  const t = useTexts(texts);
  const { open } = usePalette();
  const can = useCan();
  const { viewing } = useSession();
  return (
    <Box
      component="header"
      className="no-print"
      sx={{
        position: 'sticky',
        top: 0,
        zIndex: 'appBar',
        height: sizes.header,
        flex: 'none',
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        px: { xs: 1.5, sm: 2 },
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <ButtonBase
        onClick={() => open()}
        aria-keyshortcuts="Control+K"
        sx={{
          flex: '0 1 420px',
          minWidth: 0,
          height: 36,
          px: 1.25,
          gap: 1,
          justifyContent: 'flex-start',
          borderRadius: 1,
          border: 1,
          borderColor: 'divider',
          bgcolor: 'background.default',
          color: 'text.secondary',
          '&:hover': { borderColor: 'frame.field' },
        }}
      >
        <Search fontSize="small" />
        <Box
          component="span"
          sx={{ flex: 1, textAlign: 'left', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
        >
          {t('search')}
        </Box>
        <Keys keys={[t('ctrl'), 'K']} />
      </ButtonBase>
      <Box sx={{ flex: 1 }} />
      <BrandMenu />
      <CreateMenu />
      {can('read', 'jobs') && !viewing && (
        <Suspense>
          <Jobs />
        </Suspense>
      )}
      <Bell />
      <UserMenu />
    </Box>
  );
}
