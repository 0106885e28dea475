import type { Panel } from '@kontor/shared';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Suspense } from 'react';
import { useParams } from 'react-router-dom';
import { ErrorBoundary } from '../../app/feedback/ErrorBoundary.tsx';
import { TileSkeleton } from '../../app/home/TileSkeleton.tsx';
import { useLocale } from '../../app/texts.ts';
import { usePageTitle } from '../../app/usePageTitle.ts';
import { manifest, useDashboard } from '../../declarations.ts';
import { useCan } from '../../providers/access.ts';
import NotFound from '../NotFound.tsx';
import { Bars } from './Bars.tsx';
import { Figure } from './Figure.tsx';
import { Loads } from './Loads.tsx';
import { Rows } from './Rows.tsx';
import { Shares } from './Shares.tsx';
import { useWords } from './words.ts';

function Content({ panel }: { readonly panel: Panel }) {
  switch (panel.show) {
    case 'figure':
      return <Figure panel={panel} />;
    case 'bars':
      return <Bars panel={panel} />;
    case 'rows':
      return <Rows panel={panel} />;
    case 'shares':
      return <Shares panel={panel} />;
    case 'load':
      return <Loads panel={panel} />;
  }
}

/** The overview of a module: what needs attention, and how things stand. */
export default function Dashboard() {
  const { module = '' } = useParams();
  const panels = useDashboard(module);
  const can = useCan();
  const locale = useLocale();
  const t = useWords();
  const label = manifest.find(({ name }) => name === module)?.label[locale] ?? '';
  const title = t('of', { module: label });
  usePageTitle(title);
  const seen = panels?.filter(({ of }) => can('read', of)) ?? [];
  if (seen.length === 0) return <NotFound />;
  const each = (shown: readonly Panel[]) =>
    shown.map((panel) => (
      <ErrorBoundary key={`${panel.show} ${JSON.stringify(panel.label)}`}>
        <Suspense fallback={<TileSkeleton />}>
          <Content panel={panel} />
        </Suspense>
      </ErrorBoundary>
    ));
  return (
    <Box sx={{ maxWidth: 1280, mx: 'auto', p: { xs: 2, sm: 3 } }}>
      <Typography variant="h1" sx={{ mb: 2 }}>
        {title}
      </Typography>
      <Box
        sx={{
          display: 'grid',
          gap: { xs: 1, sm: 2 },
          mb: 2,
          gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', sm: 'repeat(auto-fit, minmax(190px, 1fr))' },
        }}
      >
        {each(seen.filter(({ show }) => show === 'figure'))}
      </Box>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        {each(seen.filter(({ show }) => show !== 'figure'))}
      </Box>
    </Box>
  );
}
