import { resourceLabel } from '@kontor/shared';
import Box from '@mui/material/Box';
import HomeOutlined from 'icon/HomeOutlined';
import Menu from 'icon/Menu';
import Search from 'icon/Search';
import { useLocation } from 'react-router-dom';
import { type ManifestResource, manifest } from '../../declarations.ts';
import { ModuleIcon } from '../icons.tsx';
import { useFavourites } from '../navigation.ts';
import { usePalette } from '../palette/PaletteProvider.tsx';
import { useLocale, useTexts } from '../texts.ts';
import { sizes } from '../theme.ts';
import { RailItem } from './RailItem.tsx';

const texts = {
  navigation: { de: 'Navigation', en: 'Navigation' },
  home: { de: 'Start', en: 'Home' },
  search: { de: 'Suchen', en: 'Search' },
  more: { de: 'Mehr', en: 'More' },
  all: { de: 'Alle Bereiche und Listen', en: 'All areas and lists' },
};

/** The icon of the module: icons of resources are no part of the first load. */
const moduleIconOf = ({ module }: ManifestResource) => manifest.find(({ name }) => name === module)?.icon ?? '';

/** On a phone, within reach of the thumb: home, the two lists needed most, search, and everything else. */
export function BottomBar({ onSwitch }: { readonly onSwitch: () => void }) {
  const t = useTexts(texts);
  const locale = useLocale();
  const { open } = usePalette();
  const { pathname } = useLocation();
  // in the order of the menus: what the thumb knows by heart does not change places with each visit
  const order = manifest.flatMap(({ resources }) => resources.map(({ name }) => name));
  const favourites = useFavourites(2).toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  return (
    <Box
      component="nav"
      aria-label={t('navigation')}
      className="no-print"
      sx={{
        position: 'fixed',
        insetInline: 0,
        bottom: 0,
        zIndex: 'appBar',
        height: sizes.bottomBar,
        pb: 'env(safe-area-inset-bottom)',
        boxSizing: 'content-box',
        display: 'grid',
        gridTemplateColumns: 'repeat(5, minmax(0, 1fr))',
        px: 0.5,
        pt: '1px',
        bgcolor: 'background.paper',
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <RailItem to="/" label={t('home')} active={pathname === '/'} icon={<HomeOutlined fontSize="small" />} />
      {favourites.map((resource) => (
        <RailItem
          key={resource.name}
          to={`/${resource.name}`}
          label={resourceLabel(resource, locale)}
          active={pathname.split('/')[1] === resource.name}
          icon={<ModuleIcon name={moduleIconOf(resource)} />}
        />
      ))}
      <RailItem onClick={() => open()} label={t('search')} icon={<Search fontSize="small" />} />
      <RailItem onClick={onSwitch} label={t('more')} title={t('all')} icon={<Menu fontSize="small" />} />
    </Box>
  );
}
