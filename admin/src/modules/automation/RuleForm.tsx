import Box from '@mui/material/Box';
import { useWatch } from 'react-hook-form';
import { FieldInput } from '../../kinds/FieldInput.tsx';
import type { FormSectionsProps } from '../../screens/form/FormSections.tsx';
import { ActionsInput } from './ActionsInput.tsx';
import { ConditionsInput } from './ConditionsInput.tsx';
import { DraftPreview } from './DraftPreview.tsx';
import { Part } from './Part.tsx';
import { TriggerInput } from './TriggerInput.tsx';
import { useWords } from './words.ts';

/** A rule, typed as a sentence: when, if, then. */
export function RuleForm({ resource, focusFirst = false }: FormSectionsProps) {
  const t = useWords();
  const watched = useWatch({ name: 'resource' }) as string | null;
  const id = useWatch({ name: 'id' }) as string | undefined;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Part title={t('rule')}>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '2fr 1fr' }, alignItems: 'start' }}>
          <FieldInput resource={resource} name="name" autoFocus={focusFirst} />
          <FieldInput resource={resource} name="active" />
        </Box>
      </Part>
      <Part title={t('when')}>
        <TriggerInput resource={resource} />
      </Part>
      {watched && (
        <>
          <Part title={t('if_only')}>
            <ConditionsInput watched={watched} />
          </Part>
          <Part title={t('then_do')}>
            <ActionsInput resource={resource} watched={watched} />
          </Part>
          <DraftPreview id={id} rule={resource} watched={watched} />
        </>
      )}
    </Box>
  );
}
