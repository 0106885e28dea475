import Alert from '@mui/material/Alert';
import { useGetOne } from 'ra-core';
import type { ScreenProps } from '../../app/registry.ts';
import { useDeclaration } from '../../declarations.ts';
import { embedNames } from '../../kinds/common/embed.ts';
import { useCan } from '../../providers/access.ts';
import { Failure } from '../../screens/show/Failure.tsx';
import Show from '../../screens/show/Show.tsx';
import { useWords } from './words.ts';

/** How often is looked whether an attempt has been made, in milliseconds. */
const every = 2000;

/** The page of a run: the generated one neither offers another attempt on what has failed, nor tells when that was made. */
export default function RunShow(props: ScreenProps) {
  const t = useWords();
  const can = useCan();
  const { id = '', resource: name } = props;
  const resource = useDeclaration(name);
  const { data } = useGetOne(
    name,
    { id, meta: { embed: embedNames(resource) } },
    { refetchInterval: ({ state }) => (state.data?.state === 'pending' ? every : false) },
  );
  const mayRetry = can('action.retry', name) && can('update', 'automation_rules');
  const above =
    data?.state === 'failed' ? (
      <Failure resource={name} record={data} reason={data.reason} mayRetry={mayRetry} />
    ) : data?.state === 'pending' && data.attempts > 1 ? (
      <Alert severity="info" sx={{ mb: 2 }}>
        {t('waiting')}
      </Alert>
    ) : null;
  return <Show {...props} above={above} />;
}
