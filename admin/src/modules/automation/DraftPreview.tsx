import type { Resource } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import VisibilityIcon from 'icon/VisibilityOutlined';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useDeclaration } from '../../declarations.ts';
import { useCan } from '../../providers/access.ts';
import { problemOf } from '../../providers/httpClient.ts';
import { flatErrors } from '../../screens/form/errors.ts';
import { wireValues } from '../../screens/form/values.ts';
import { Part } from './Part.tsx';
import { PreviewTable } from './PreviewTable.tsx';
import { usePreview } from './usePreview.ts';
import { useWords } from './words.ts';

interface DraftPreviewProps {
  /** Absent while it was not saved yet. */
  readonly id?: string | undefined;
  /** The declaration of rules. */
  readonly rule: Resource;
  readonly watched: string;
}

/** What the rule would do as it stands in the form, before it is saved. */
export function DraftPreview({ id, rule, watched }: DraftPreviewProps) {
  const t = useWords();
  const can = useCan();
  const { getValues } = useFormContext();
  const [asked, setAsked] = useState<Record<string, unknown>>();
  const action = useDeclaration(rule.fields.actions!.of);
  const { data, error, isFetching } = usePreview(id, { rule: asked, enabled: asked !== undefined });
  if (!can('action.preview', rule.name) || (id === undefined && !can('create', rule.name))) return null;
  const ask = () => {
    const { id: _id, ...values } = wireValues(rule, getValues());
    setAsked(values);
  };
  return (
    <Part title={t('preview')}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Button
          variant="outlined"
          startIcon={<VisibilityIcon />}
          loading={isFetching}
          onClick={ask}
          sx={{ justifySelf: 'start' }}
        >
          {asked ? t('preview_again') : t('preview')}
        </Button>
        {error && (
          <Alert severity="error">
            {flatErrors(problemOf(error)?.errors)
              .map(([, text]) => text)
              .join(' ') || error.message}
          </Alert>
        )}
        {isFetching && !data && <Skeleton variant="rounded" height={60} aria-label={t('preview_loading')} />}
        {data && !error && data.resource === watched && <PreviewTable preview={data} action={action} />}
      </Box>
    </Part>
  );
}
