import { type Address, countries, kindOf } from '@kontor/shared';
import Box from '@mui/material/Box';
import MapIcon from 'icon/PlaceOutlined';
import { Empty } from '../common/Empty.tsx';
import { OutsideLink } from '../common/OutsideLink.tsx';
import { useWords } from '../common/words.ts';
import type { KindDisplayProps } from '../view.ts';

/** An address as it stands on an envelope, with a link to a map that is opened only by a click. */
export function Display({ value, field, locale, dense }: KindDisplayProps) {
  const t = useWords();
  if (!value) return <Empty />;
  const line = kindOf(field).format(value, field, locale);
  if (dense) return line;
  const address = value as Address;
  const country = countries[address.country]?.[locale] ?? address.country;
  const lines = [address.street, address.extra, [address.postcode, address.city].filter(Boolean).join(' ')];
  if (address.country !== 'DE') lines.push(country);
  return (
    <Box component="address" sx={{ fontStyle: 'normal', display: 'flex', gap: 1, alignItems: 'flex-start' }}>
      <Box component="span" sx={{ whiteSpace: 'pre-line' }}>
        {lines.filter(Boolean).join('\n')}
      </Box>
      {address.city && (
        <OutsideLink
          href={`https://www.openstreetmap.org/search?query=${encodeURIComponent(`${line}, ${country}`)}`}
          label={t('open_map')}
        >
          <MapIcon sx={{ fontSize: 18 }} aria-hidden />
        </OutsideLink>
      )}
    </Box>
  );
}
