import { resourceLabel } from '@kontor/shared';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Fragment } from 'react';
import { useLocation } from 'react-router-dom';
import { useCan, useNavigated } from '../../providers/access.ts';
import { useNavigation } from '../navigation.ts';
import { useLocale, useTexts } from '../texts.ts';
import { sizes } from '../theme.ts';
import { MenuLink } from './MenuLink.tsx';

const texts = {
  overview: { de: 'Überblick', en: 'Overview' },
  board: { de: 'Tafel', en: 'Board' },
  calendar: { de: 'Kalender', en: 'Calendar' },
  trash: { de: 'Papierkorb', en: 'Trash' },
};
const views = ['board', 'calendar', 'trash'] as const;

/** The lists of the module one works in; the present one shows its other views. */
export function ModuleMenu({ module, resource }: { readonly module: string; readonly resource: string }) {
  const t = useTexts(texts);
  const locale = useLocale();
  const { pathname } = useLocation();
  const can = useCan();
  const { isNavigatedWidely } = useNavigated();
  const found = useNavigation().find(({ name }) => name === module);
  if (!found) return null;
  return (
    <Box
      component="nav"
      aria-label={found.label[locale]}
      className="no-print"
      sx={{
        width: sizes.menu,
        flex: 'none',
        position: 'sticky',
        top: 0,
        height: '100dvh',
        overflowY: 'auto',
        display: { xs: 'none', md: 'block' },
        borderRight: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
        px: 1,
        pb: 2,
      }}
    >
      <Typography
        variant="h3"
        component="p"
        sx={{ height: sizes.header, display: 'flex', alignItems: 'center', px: 1, mb: 0.5 }}
      >
        {found.label[locale]}
      </Typography>
      {found.dashboard && (
        <MenuLink to={`/overview/${module}`} active={pathname === `/overview/${module}`} label={t('overview')} />
      )}
      {found.resources.map((entry) => {
        const active = entry.name === resource;
        const base = `/${entry.name}`;
        // who neither takes anything out of the trash nor looks after the whole list has no use for it
        const hasTrash = can('restore', entry.name) || isNavigatedWidely(entry);
        const shown = active ? views.filter((view) => entry.flags[view] && (view !== 'trash' || hasTrash)) : [];
        const inView = shown.some((view) => pathname === `${base}/${view}`);
        return (
          <Fragment key={entry.name}>
            <MenuLink to={base} active={active && !inView} open={active} label={resourceLabel(entry, locale)} />
            {shown.map((view) => (
              <MenuLink
                key={view}
                to={`${base}/${view}`}
                active={pathname === `${base}/${view}`}
                label={t(view)}
                indented
              />
            ))}
          </Fragment>
        );
      })}
    </Box>
  );
}
