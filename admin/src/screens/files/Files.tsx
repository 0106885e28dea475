import { kindOf, resourceLabel } from '@kontor/shared';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import List from '@mui/material/List';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { type RaRecord, useGetList, useRefresh } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { Notice } from '../../app/feedback/Notice.tsx';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { useOffer } from '../../app/feedback/useOffer.ts';
import { useSay } from '../../app/feedback/useSay.ts';
import { DeclaredIcon } from '../../app/icons.tsx';
import { useLocale } from '../../app/texts.ts';
import { useDeclaration } from '../../declarations.ts';
import { decideByName, useCan } from '../../providers/access.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { useSession } from '../../providers/session.ts';
import { useUndoable } from '../list/useUndoable.ts';
import { viewPath } from '../list/views/viewPath.ts';
import type { RelatedProps } from '../show/Related.tsx';
import { relatedFilter, relatedValues } from '../show/related.ts';
import { DropArea } from './DropArea.tsx';
import { FileRow } from './FileRow.tsx';
import { fileOf, grouped } from './fileView.ts';
import { Preview } from './Preview.tsx';
import { UploadRows } from './UploadRows.tsx';
import { useUploads } from './useUploads.ts';
import { Versions } from './Versions.tsx';
import { useWords } from './words.ts';

const shownFirst = 100;

/** The files of a record: dropped, looked at, replaced and thrown away in one place. */
export function Files({ relation, target, id }: RelatedProps) {
  const resource = useDeclaration(relation.resource);
  const view = resource.views!.files!;
  const t = useWords();
  const locale = useLocale();
  const api = useKontor();
  const say = useSay();
  const refresh = useRefresh();
  const undoable = useUndoable();
  const offer = useOffer(resource);
  const can = useCan();
  const { grants } = useSession();
  const [shown, setShown] = useState<number>();
  const [versions, setVersions] = useState<RaRecord>();
  const filter = relatedFilter(relation, target, id);
  const [sorted, order] = resource.list?.sort ?? ['created_at', 'DESC'];
  const {
    data,
    total = 0,
    error,
    isPending,
    refetch,
  } = useGetList(resource.name, {
    filter,
    sort: { field: sorted, order },
    pagination: { page: 1, perPage: shownFirst },
    meta: { embed: ['created_by'] },
  });
  const field = resource.fields[view.file]!;
  const holder = kindOf(field).columns(field, view.file)[0]?.references?.resource;
  const creatable =
    can('create', resource.name) && holder !== undefined && decideByName(grants, holder, 'create') !== 'none';
  const uploads = useUploads(
    (uploaded, file) =>
      api.create(resource.name, {
        data: { ...relatedValues(relation, target, id), [view.file]: uploaded.id, [view.name]: file.name.slice(-255) },
      }),
    (count) => {
      say({ text: t('added', { count }) });
      refresh();
    },
  );
  const throwAway = async (record: RaRecord) => {
    try {
      await api.delete(resource.name, { id: record.id, previousData: record });
      undoable(t('trashed', { name: record[view.name] }), () => api.restore(resource.name, record.id));
    } catch (failure) {
      say({ text: (failure as Error).message, tone: 'error' });
    }
    refresh();
  };
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  const groups = grouped(data ?? [], view.group);
  const rows = groups.flatMap(([, records]) => records);
  const allowed = (operation: 'update' | 'delete', record: RaRecord) => {
    const { shown: there, why } = offer(operation, record);
    return there && !why;
  };
  const list = (
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0, maxWidth: 1240 }}>
      {groups.map(([title, records]) => (
        <Paper key={title} variant="outlined" component="section" sx={{ minWidth: 0, overflow: 'hidden' }}>
          {groups.length > 1 && (
            <Typography variant="h2" sx={{ px: 2, pt: 1.5 }}>
              {title || t('no_group')}
            </Typography>
          )}
          <List>
            {records.map((record) => (
              <FileRow
                key={record.id}
                resource={resource}
                view={view}
                record={record}
                onPreview={() => setShown(rows.indexOf(record))}
                onVersions={view.versions ? () => setVersions(record) : undefined}
                editPath={allowed('update', record) ? `/${resource.name}/${record.id}` : undefined}
                onTrash={allowed('delete', record) ? () => void throwAway(record) : undefined}
              />
            ))}
          </List>
        </Paper>
      ))}
      {!isPending && rows.length === 0 && (
        <Notice
          icon={<DeclaredIcon name={resource.icon ?? ''} />}
          title={t('none')}
          text={creatable ? t('drop_hint') : ''}
        />
      )}
      {total > shownFirst && (
        <Button component={Link} to={viewPath(resource.name, 'list', filter)}>
          {t('show_all', { count: total })}
        </Button>
      )}
    </Box>
  );
  return (
    <section aria-label={resourceLabel(resource, locale)}>
      {creatable ? (
        <DropArea onFiles={uploads.add}>
          <UploadRows {...uploads} />
          {list}
        </DropArea>
      ) : (
        list
      )}
      {shown !== undefined && (
        <Preview
          files={rows.map((record) => fileOf(view, record))}
          index={shown}
          setIndex={setShown}
          onClose={() => setShown(undefined)}
        />
      )}
      {versions && (
        <Versions
          resource={resource}
          view={view}
          record={versions}
          writable={creatable && allowed('update', versions)}
          onClose={() => setVersions(undefined)}
        />
      )}
    </section>
  );
}
