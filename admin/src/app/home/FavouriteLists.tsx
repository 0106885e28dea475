import { resourceLabel } from '@kontor/shared';
import { DeclaredIcon } from '../icons.tsx';
import { useFavourites } from '../navigation.ts';
import { useLocale, useTexts } from '../texts.ts';
import { TileCard } from './TileCard.tsx';
import { TileRow } from './TileRow.tsx';

const texts = { title: { de: 'Ihre Listen', en: 'Your lists' } };
const shown = 5;

/** The lists that this user opens most: on the first day those that are worked in, later what habit makes of them. */
export function FavouriteLists() {
  const t = useTexts(texts);
  const locale = useLocale();
  const lists = useFavourites(shown);
  if (lists.length === 0) return null;
  return (
    <TileCard title={t('title')}>
      {lists.map((resource) => (
        <TileRow
          key={resource.name}
          to={`/${resource.name}`}
          title={resourceLabel(resource, locale)}
          lead={<DeclaredIcon name={resource.icon} sx={{ color: 'text.secondary' }} />}
        />
      ))}
    </TileCard>
  );
}
