import { fieldLabel, fieldNamed, formatDate, inZone, type Resource, zone } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import GlobalStyles from '@mui/material/GlobalStyles';
import LinearProgress from '@mui/material/LinearProgress';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useGetList, useListContext } from 'ra-core';
import { useLocale } from '../../app/texts.ts';
import { labelOf } from '../../declarations.ts';
import { alignOf } from '../../kinds/index.ts';
import { cellText } from './cellText.ts';
import { embedsOf } from './columns/fields.ts';
import { TotalsRow } from './table/TotalsRow.tsx';
import { useWords } from './useWords.ts';

const mostRows = 1000;
/** With more columns a sheet lies on its side. */
const mostUpright = 6;
const longWord = /\S{20}/;

const Sheet = styled('table')(({ theme }) => ({
  borderCollapse: 'collapse',
  width: '100%',
  fontSize: 12,
  '& th, & td': {
    padding: '4px 8px',
    textAlign: 'left',
    verticalAlign: 'top',
    borderBottom: `1px solid ${theme.palette.divider}`,
    overflowWrap: 'break-word',
  },
  // Whatever has no space to break at; other words stay whole.
  '& .long': { overflowWrap: 'anywhere' },
  '& th': { fontWeight: 600, borderBottomColor: theme.palette.text.secondary },
  '& thead': { display: 'table-header-group' },
  '& tr': { breakInside: 'avoid' },
  '& .right': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  '& .center': { textAlign: 'center' },
  '& tfoot td': { fontWeight: 600 },
}));

const onPaper = (columns: number) => ({
  '@media print': {
    '#root': { display: 'none !important' },
    '.kontor-print, .kontor-print *': { position: 'static !important', overflow: 'visible !important' },
    '.kontor-print .no-print': { display: 'none !important' },
    '@page': { margin: '12mm', ...(columns > mostUpright ? { size: 'landscape' } : {}) },
  },
});

export interface PrintViewProps {
  readonly resource: Resource;
  readonly columns: readonly string[];
  readonly onClose: () => void;
}

/** The list as a clean sheet: all rows, all shown columns, sums, nothing of the frame. */
export default function PrintView({ resource, columns, onClose }: PrintViewProps) {
  const t = useWords();
  const locale = useLocale();
  const { filterValues, sort } = useListContext();
  const { data, total = 0 } = useGetList(resource.name, {
    filter: filterValues,
    sort,
    pagination: { page: 1, perPage: mostRows },
    meta: { embed: embedsOf(resource, [...columns, ...resource.title]) },
  });
  const label = labelOf(resource.name, locale);
  return (
    <Dialog open fullScreen onClose={onClose} className="kontor-print" aria-label={t('print')}>
      <GlobalStyles styles={onPaper(columns.length)} />
      <Box className="no-print" sx={{ display: 'flex', gap: 1, p: 1.5, justifyContent: 'flex-end' }}>
        <Button onClick={onClose}>{t('close')}</Button>
        <Button variant="contained" disabled={!data} onClick={() => window.print()}>
          {t('print')}
        </Button>
      </Box>
      <Box sx={{ px: 3, pb: 4 }}>
        {data && total > mostRows && (
          <Alert severity="info" className="no-print" sx={{ mb: 2 }}>
            {t('print_cut', { count: mostRows, total })}
          </Alert>
        )}
        <Typography variant="h1">{label}</Typography>
        <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
          {t('printed_on', { date: formatDate(inZone(new Date(), zone.name).date, locale) })}
        </Typography>
        {data ? (
          <Sheet>
            <thead>
              <tr>
                {columns.map((name) => {
                  const field = fieldNamed(resource, name)!;
                  return (
                    <th key={name} scope="col" className={alignOf(field)}>
                      {fieldLabel(field, name, locale)}
                    </th>
                  );
                })}
              </tr>
            </thead>
            <tbody>
              {data.map((record) => (
                <tr key={record.id}>
                  {columns.map((name) => {
                    const text = cellText(resource, name, record, locale);
                    const long = longWord.test(text) ? ' long' : '';
                    return (
                      <td key={name} className={alignOf(fieldNamed(resource, name)!) + long}>
                        {text}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
            <TotalsRow resource={resource} columns={columns} filter={filterValues} />
          </Sheet>
        ) : (
          <LinearProgress aria-label={t('loading')} />
        )}
      </Box>
    </Dialog>
  );
}
