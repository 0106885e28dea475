import Chip from '@mui/material/Chip';
import People from 'icon/PeopleOutlined';
import type { Identifier } from 'ra-core';
import { useLocale } from '../../app/texts.ts';
import { usePresence } from './usePresence.ts';
import { useWords } from './words.ts';

/** Says who else has this form open; nothing when one is alone. */
export function Presence({ resource, id }: { readonly resource: string; readonly id: Identifier }) {
  const t = useWords();
  const locale = useLocale();
  const others = usePresence(resource, id);
  const names = [...new Set(others.map(({ name }) => name))];
  const listed = new Intl.ListFormat(locale === 'de' ? 'de-DE' : 'en-GB').format(names);
  return (
    <span role="status">
      {names.length > 0 && (
        <Chip
          size="small"
          variant="outlined"
          color="warning"
          icon={<People />}
          label={t('present', { names: listed, count: names.length })}
          title={t('present', { names: listed, count: names.length })}
          sx={{ maxWidth: { xs: 240, md: 420 } }}
        />
      )}
    </span>
  );
}
