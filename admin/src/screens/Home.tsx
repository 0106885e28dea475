import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { FavouriteLists } from '../app/home/FavouriteLists.tsx';
import { greetingAt } from '../app/home/greeting.ts';
import { QuickCreate } from '../app/home/QuickCreate.tsx';
import { RecentRecords } from '../app/home/RecentRecords.tsx';
import { Tiles } from '../app/home/Tiles.tsx';
import { useLocale, useTexts } from '../app/texts.ts';
import { usePageTitle } from '../app/usePageTitle.ts';
import { useSession } from '../providers/session.ts';

const texts = {
  title: { de: 'Start', en: 'Home' },
  morning: { de: 'Guten Morgen, {name}', en: 'Good morning, {name}' },
  day: { de: 'Guten Tag, {name}', en: 'Good afternoon, {name}' },
  evening: { de: 'Guten Abend, {name}', en: 'Good evening, {name}' },
};

/** What waits for me, what changed, and the shortest way to something new. The tiles come from the modules. */
export default function Home() {
  const t = useTexts(texts);
  const locale = useLocale();
  const { user } = useSession();
  const now = new Date();
  usePageTitle(t('title'));
  const today = new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'full' }).format(now);
  return (
    <Box sx={{ maxWidth: 1160, mx: 'auto', p: { xs: 2, sm: 3 } }}>
      <Typography variant="h1">{t(greetingAt(now), { name: user.name.split(' ')[0] ?? '' })}</Typography>
      <Typography color="text.secondary" sx={{ mb: 2.5 }}>
        {today}
      </Typography>
      <QuickCreate />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' },
        }}
      >
        <Tiles wide />
        <Box sx={{ display: 'grid', gap: 2 }}>
          <RecentRecords />
          <Tiles wide={false} />
          {/* on a phone the bottom bar leads there already */}
          <Box sx={{ display: { xs: 'none', sm: 'block' } }}>
            <FavouriteLists />
          </Box>
        </Box>
      </Box>
    </Box>
  );
}
