import { type Resource, resourceLabel } from '@kontor/shared';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import DeleteIcon from 'icon/DeleteOutlined';
import { type RaRecord, useListContext } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { Notice } from '../../app/feedback/Notice.tsx';
import { ReasonedButton } from '../../app/feedback/ReasonedButton.tsx';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { useOffer } from '../../app/feedback/useOffer.ts';
import { useLocale } from '../../app/texts.ts';
import { usePageTitle } from '../../app/usePageTitle.ts';
import { Footer } from '../list/Footer.tsx';
import { withEntries } from '../list/filters/entries.ts';
import { SearchBox } from '../list/filters/SearchBox.tsx';
import { useFillHeight } from '../list/useFillHeight.ts';
import { PurgeDialog } from './PurgeDialog.tsx';
import { PurgeManyDialog } from './PurgeManyDialog.tsx';
import { TrashRows } from './TrashRows.tsx';
import { useRestore } from './useRestore.ts';
import { useWords } from './words.ts';

/** The trash inside its list context. */
export function TrashView({ resource }: { resource: Resource }) {
  const t = useWords();
  const locale = useLocale();
  const list = useListContext();
  const { total, error, isPending, refetch, filterValues, setFilters, selectedIds, onSelect } = list;
  const { restoreMany } = useRestore(resource);
  const offer = useOffer(resource);
  const [purging, setPurging] = useState(false);
  const [purged, setPurged] = useState<RaRecord | null>(null);
  const element = useFillHeight(true);
  const title = t('title', { name: resourceLabel(resource, locale) });
  usePageTitle(title);
  const searched = Boolean(filterValues.q);
  return (
    <Box
      ref={element}
      sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, minWidth: 0, px: { xs: 2, sm: 3 }, pt: 2 }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
        <Typography variant="h1" sx={{ mr: 'auto' }}>
          {title}
        </Typography>
        <Button component={Link} to={`/${resource.name}`}>
          {t('back')}
        </Button>
      </Box>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', minHeight: 40 }}>
        <SearchBox
          label={title}
          value={filterValues.q ?? ''}
          onChange={(q) => setFilters(withEntries(filterValues, { q }), undefined)}
        />
        {selectedIds.length > 0 && (
          <ReasonedButton
            variant="contained"
            reason={offer('restore').why}
            onClick={async () => {
              await restoreMany(selectedIds);
              onSelect([]);
            }}
          >
            {t('restore_many', { count: selectedIds.length })}
          </ReasonedButton>
        )}
        {selectedIds.length > 0 && (
          <ReasonedButton
            variant="outlined"
            color="error"
            reason={offer('delete').why}
            onClick={() => setPurging(true)}
          >
            {t('purge_many', { count: selectedIds.length })}
          </ReasonedButton>
        )}
      </Box>
      {error ? (
        <Trouble error={error} retry={() => void refetch()} />
      ) : !isPending && total === 0 ? (
        <Notice
          icon={<DeleteIcon />}
          title={t(searched ? 'not_found' : 'empty')}
          text={t(searched ? 'not_found_text' : 'empty_text')}
          role="status"
        >
          <Button variant="contained" component={Link} to={`/${resource.name}`}>
            {t('back')}
          </Button>
        </Notice>
      ) : (
        <Paper variant="outlined" sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, overflow: 'hidden' }}>
          <TrashRows resource={resource} onPurge={setPurged} />
          <Footer />
        </Paper>
      )}
      {purged && (
        <PurgeDialog
          resource={resource}
          record={purged}
          onPurged={() => {
            setPurged(null);
            onSelect(selectedIds.filter((id) => id !== purged.id));
          }}
          onClose={() => setPurged(null)}
        />
      )}
      {purging && (
        <PurgeManyDialog
          resource={resource}
          ids={selectedIds}
          onPurged={() => {
            setPurging(false);
            onSelect([]);
          }}
          onClose={() => setPurging(false)}
        />
      )}
    </Box>
  );
}
