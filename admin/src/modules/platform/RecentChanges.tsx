import { kindOf } from '@kontor/shared';
import Typography from '@mui/material/Typography';
import { type RaRecord, useGetList } from 'ra-core';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { TileCard } from '../../app/home/TileCard.tsx';
import { TileRow } from '../../app/home/TileRow.tsx';
import { TileSkeleton } from '../../app/home/TileSkeleton.tsx';
import { DeclaredIcon } from '../../app/icons.tsx';
import { useTitles } from '../../app/recentTitles.ts';
import { relativeTime } from '../../app/relativeTime.ts';
import { useLocale, useTexts } from '../../app/texts.ts';
import { type ManifestResource, manifestOf, manifestResources, useDeclaration } from '../../declarations.ts';

const texts = {
  title: { de: 'Zuletzt geändert', en: 'Changed last' },
  all: { de: 'Protokoll ansehen', en: 'Open audit trail' },
  none: { de: 'Hier erscheint, was Sie und andere ändern.', en: 'What you and others change appears here.' },
};
const shown = 8;
/** What has happened to records; signing in and reading are no changes. */
const changes = ['create', 'update', 'delete', 'restore', 'transition'];

/** Lines are changed with what they belong to, and what the server writes by itself (uploads …) nobody looks for. */
const worthReading = ({ flags }: ManifestResource): boolean => !flags.owned && !flags.internal;
const asked = [...manifestResources.values()].filter(worthReading).map(({ name }) => name);

/** The records that were changed last, each once, by whom and when. */
export default function RecentChanges() {
  const t = useTexts(texts);
  const locale = useLocale();
  const declaration = useDeclaration('audit_entries');
  const { data, isPending, error, refetch } = useGetList('audit_entries', {
    pagination: { page: 1, perPage: 40 },
    sort: { field: 'created_at', order: 'DESC' },
    filter: { resource: asked, operation: changes },
    meta: { embed: ['created_by'] },
  });
  const newest = new Map<string, RaRecord>();
  for (const entry of data ?? []) if (!newest.has(entry.record_id)) newest.set(entry.record_id, entry);
  const titled = useTitles(
    [...newest.values()].slice(0, shown * 2).map((entry) => ({ resource: entry.resource, id: entry.record_id })),
  );
  if (isPending) return <TileSkeleton />;
  if (error) return <Trouble error={error} retry={refetch} />;
  const operation = declaration.fields.operation!;
  return (
    <TileCard title={t('title')} all={{ to: '/audit_entries', label: t('all') }}>
      {titled.slice(0, shown).map(({ resource, id, title }) => {
        const entry = newest.get(id)!;
        const by = entry._embedded?.created_by?.title;
        const what = kindOf(operation).format(entry.operation, operation, locale);
        return (
          <TileRow
            key={id}
            to={`/${resource}/${id}/show`}
            title={title}
            detail={[by, what, relativeTime(entry.created_at, locale)].filter(Boolean).join(' · ')}
            lead={<DeclaredIcon name={manifestOf(resource)?.icon ?? ''} sx={{ color: 'text.secondary' }} />}
          />
        );
      })}
      {newest.size === 0 && (
        <Typography color="text.secondary" sx={{ px: 2, pb: 1 }}>
          {t('none')}
        </Typography>
      )}
    </TileCard>
  );
}
