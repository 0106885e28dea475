import Box from '@mui/material/Box';
import AppsOutlined from 'icon/AppsOutlined';
import HomeOutlined from 'icon/HomeOutlined';
import { Link, useLocation } from 'react-router-dom';
import { Thumbnail } from '../../kinds/common/Thumbnail.tsx';
import { useBrandInWork } from '../../providers/brand.ts';
import { ModuleIcon } from '../icons.tsx';
import { useNavigation } from '../navigation.ts';
import { useLocale, useTexts } from '../texts.ts';
import { sizes } from '../theme.ts';
import { Logo } from './Logo.tsx';
import { RailItem } from './RailItem.tsx';

const texts = {
  modules: { de: 'Bereiche', en: 'Areas' },
  home: { de: 'Start', en: 'Home' },
  all: { de: 'Alle', en: 'All' },
  allLong: { de: 'Alle Bereiche und Listen', en: 'All areas and lists' },
  toHome: { de: 'Kontor, zur Startseite', en: 'Kontor, go to home page' },
};

/** The narrow rail of the modules. */
export function Rail({ module, onSwitch }: { readonly module: string | undefined; readonly onSwitch: () => void }) {
  const t = useTexts(texts);
  const locale = useLocale();
  const navigation = useNavigation();
  const { pathname } = useLocation();
  const brand = useBrandInWork();
  return (
    <Box
      component="nav"
      aria-label={t('modules')}
      className="no-print"
      sx={{
        width: sizes.rail,
        flex: 'none',
        position: 'sticky',
        top: 0,
        height: '100dvh',
        display: 'flex',
        flexDirection: 'column',
        bgcolor: 'frame.rail',
        borderRight: 1,
        borderColor: 'divider',
      }}
    >
      <Box
        component={Link}
        to="/"
        aria-label={t('toHome')}
        sx={{ height: sizes.header, display: 'grid', placeItems: 'center', flex: 'none' }}
      >
        {brand?.logo ? <Thumbnail id={brand.logo} name={brand.name} size={36} /> : <Logo />}
      </Box>
      <Box sx={{ flex: 1, overflowY: 'auto', scrollbarWidth: 'none', px: '3px', pt: 0.5 }}>
        <RailItem to="/" label={t('home')} active={pathname === '/'} icon={<HomeOutlined fontSize="small" />} />
        {navigation.map(({ name, label, icon, resources, dashboard }) => (
          <RailItem
            key={name}
            to={dashboard ? `/overview/${name}` : `/${resources[0]!.name}`}
            label={label[locale]}
            active={name === module}
            icon={<ModuleIcon name={icon} />}
          />
        ))}
      </Box>
      <Box sx={{ px: '3px', py: 0.5, flex: 'none' }}>
        <RailItem onClick={onSwitch} label={t('all')} title={t('allLong')} icon={<AppsOutlined fontSize="small" />} />
      </Box>
    </Box>
  );
}
