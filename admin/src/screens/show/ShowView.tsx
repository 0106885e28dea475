import type { Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import EditIcon from 'icon/EditOutlined';
import type { RaRecord } from 'ra-core';
import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router-dom';
import { ErrorBoundary } from '../../app/feedback/ErrorBoundary.tsx';
import { ReasonedButton } from '../../app/feedback/ReasonedButton.tsx';
import { useOffer } from '../../app/feedback/useOffer.ts';
import { recordTitle } from '../../app/recordTitle.ts';
import { useLocale } from '../../app/texts.ts';
import { usePageTitle } from '../../app/usePageTitle.ts';
import { useRelations } from '../../declarations.ts';
import { useCan } from '../../providers/access.ts';
import { RecordBar } from '../form/RecordBar.tsx';
import { hangingOn } from './hangingOn.ts';
import { InTrash } from './InTrash.tsx';
import { Overview as Generated } from './Overview.tsx';
import { PapersMenu } from './PapersMenu.tsx';
import { tabbed, tabOf } from './related.ts';
import type { ShowExtras } from './Show.tsx';
import { ShowTabs } from './ShowTabs.tsx';
import { useShowKeys } from './useShowKeys.ts';
import { useWords } from './words.ts';

const History = lazy(() => import('../history/History.tsx'));
const RelatedView = lazy(() => import('./RelatedView.tsx'));
const Stream = lazy(() => import('../stream/Stream.tsx'));

/** A record with its title bar, its values, what belongs to it, and its history. The tab stands in the address. */
export function ShowView(props: { resource: Resource; record: RaRecord } & ShowExtras) {
  const { resource, record, extra, entries, notices, above, overview: Overview = Generated } = props;
  const t = useWords();
  const locale = useLocale();
  const can = useCan();
  const offer = useOffer(resource);
  const [params] = useSearchParams();
  const relations = useRelations();
  usePageTitle(recordTitle(resource, record, locale));
  const related = tabbed(resource, relations.incoming(resource.name), (name) => can('read', name));
  const tab = params.get('tab') ?? '';
  const relation = related.find((candidate) => tabOf(candidate) === tab);
  const hanging = hangingOn(related);
  const inTrash = Boolean(record.deleted_at);
  const editPath = `/${resource.name}/${encodeURIComponent(record.id)}`;
  const edit = offer('update', record);
  const editable = edit.shown && !edit.why && !inTrash;

  useShowKeys(resource.name, editable ? editPath : undefined);

  return (
    <>
      <RecordBar resource={resource} record={record} screen="show" {...(entries ? { entries } : {})}>
        {extra}
        <PapersMenu resource={resource} id={String(record.id)} />
        {edit.shown && !inTrash && (
          <ReasonedButton
            to={editPath}
            reason={edit.why}
            variant={resource.workflow || edit.why ? 'outlined' : 'contained'}
            startIcon={<EditIcon fontSize="small" />}
          >
            {t('edit')}
          </ReasonedButton>
        )}
      </RecordBar>
      {inTrash && <InTrash resource={resource} record={record} />}
      <ShowTabs
        resource={resource}
        record={record}
        related={related}
        streams={hanging.length > 0}
        current={relation || tab === 'history' || (tab === 'stream' && hanging.length > 0) ? tab : ''}
      />
      <Box sx={{ px: { xs: 2, sm: 3 }, py: 2 }}>
        {notices}
        <ErrorBoundary key={tab}>
          <Suspense fallback={null}>
            {relation ? (
              <RelatedView relation={relation} target={resource.name} id={record.id} />
            ) : tab === 'stream' && hanging.length > 0 ? (
              <Stream resource={resource} record={record} hanging={hanging} />
            ) : tab === 'history' ? (
              <History resource={resource} id={record.id} />
            ) : (
              <>
                {above}
                <Overview resource={resource} record={record} related={related} />
              </>
            )}
          </Suspense>
        </ErrorBoundary>
      </Box>
    </>
  );
}
