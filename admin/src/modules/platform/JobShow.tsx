import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import DownloadIcon from 'icon/FileDownloadOutlined';
import { useGetIdentity, useGetOne } from 'ra-core';
import { lazy, Suspense } from 'react';
import { useOffer } from '../../app/feedback/useOffer.ts';
import { useSay } from '../../app/feedback/useSay.ts';
import type { ScreenProps } from '../../app/registry.ts';
import { useTexts } from '../../app/texts.ts';
import { useDeclaration } from '../../declarations.ts';
import { embedNames } from '../../kinds/common/embed.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { reasonOf } from '../../providers/reason.ts';
import { download } from '../../screens/list/useExport.ts';
import { Failure } from '../../screens/show/Failure.tsx';
import Show from '../../screens/show/Show.tsx';

const ImportOutcome = lazy(() => import('./ImportOutcome.tsx'));

const texts = {
  download: { de: 'Herunterladen', en: 'Download' },
  progress: { de: 'Fortschritt', en: 'Progress' },
};
const every = 2000;

/** The page of a job; the generated one does not move while the job runs, and does not know what it has made. */
export default function JobShow(props: ScreenProps) {
  const t = useTexts(texts);
  const api = useKontor();
  const say = useSay();
  const { id = '' } = props;
  const resource = useDeclaration(props.resource);
  const offer = useOffer(resource);
  const { identity } = useGetIdentity();
  const { data } = useGetOne(
    props.resource,
    { id, meta: { embed: embedNames(resource) } },
    { refetchInterval: ({ state }) => (['queued', 'running'].includes(state.data?.state) ? every : false) },
  );
  const made = data?.state === 'done' && data.result_name && data.created_by === identity?.id;
  const fetchResult = async () => {
    try {
      download(await api.ticket(`/jobs/${encodeURIComponent(id)}/result`));
    } catch (error) {
      say({ text: reasonOf(error), tone: 'error' });
    }
  };
  const failure = data?.state === 'failed' && (
    <Failure
      resource={props.resource}
      record={data}
      reason={data.error}
      mayRetry={!offer('action.retry', data as never).why}
    />
  );
  return (
    <>
      {data?.state === 'running' && (
        <LinearProgress variant="determinate" value={data.progress} aria-label={t('progress')} />
      )}
      <Show
        {...props}
        above={
          failure ||
          (made && data.kind === 'import' && (
            <Suspense>
              <ImportOutcome job={data as never} />
            </Suspense>
          ))
        }
        extra={
          made &&
          data.kind !== 'import' && (
            <Button variant="contained" startIcon={<DownloadIcon />} onClick={() => void fetchResult()}>
              {t('download')}
            </Button>
          )
        }
      />
    </>
  );
}
