import Button from '@mui/material/Button';
import { useGetOne } from 'ra-core';
import { lazy, Suspense, useState } from 'react';
import type { ScreenProps } from '../../app/registry.ts';
import { useTexts } from '../../app/texts.ts';
import { useDeclaration } from '../../declarations.ts';
import { embedNames } from '../../kinds/common/embed.ts';
import { useCan } from '../../providers/access.ts';
import Show from '../../screens/show/Show.tsx';

const NumberGaps = lazy(() => import('./NumberGaps.tsx'));
const texts = { gaps: { de: 'Lücken prüfen', en: 'Check for gaps' } };

/** The page of a series; the generated one can not say where each of its numbers is. */
export default function NumberSequenceShow(props: ScreenProps) {
  const t = useTexts(texts);
  const { id = '' } = props;
  const [open, setOpen] = useState(false);
  const resource = useDeclaration(props.resource);
  const { data } = useGetOne(props.resource, { id, meta: { embed: embedNames(resource) } });
  const can = useCan();
  return (
    <>
      <Show
        {...props}
        extra={
          data?.gapless &&
          can('read', 'number_allocations') && (
            <Button color="inherit" onClick={() => setOpen(true)}>
              {t('gaps')}
            </Button>
          )
        }
      />
      {open && (
        <Suspense>
          <NumberGaps id={id} name={String(data?.name ?? '')} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
