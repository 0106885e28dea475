import Typography from '@mui/material/Typography';
import { labelOf, manifestOf } from '../../declarations.ts';
import { DeclaredIcon } from '../icons.tsx';
import { useRecentTitles } from '../recentTitles.ts';
import { useLocale, useTexts } from '../texts.ts';
import { TileCard } from './TileCard.tsx';
import { TileRow } from './TileRow.tsx';

const texts = {
  title: { de: 'Zuletzt geöffnet', en: 'Opened last' },
  none: {
    de: 'Was Sie öffnen, finden Sie hier mit einem Klick wieder.',
    en: 'Whatever you open is one click away here.',
  },
};

/** The way back to what one worked on. */
export function RecentRecords() {
  const t = useTexts(texts);
  const locale = useLocale();
  const records = useRecentTitles(6);
  return (
    <TileCard title={t('title')}>
      {records.length === 0 && (
        <Typography color="text.secondary" sx={{ px: 2, pb: 1 }}>
          {t('none')}
        </Typography>
      )}
      {records.map(({ resource, id, title }) => (
        <TileRow
          key={id}
          to={`/${resource}/${id}/show`}
          title={title}
          detail={labelOf(resource, locale, 'one')}
          lead={<DeclaredIcon name={manifestOf(resource)?.icon ?? ''} sx={{ color: 'text.secondary' }} />}
        />
      ))}
    </TileCard>
  );
}
