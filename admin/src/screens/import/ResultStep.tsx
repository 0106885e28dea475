import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { ImportResult } from '../../providers/dataProvider.ts';
import { download } from '../list/useExport.ts';
import { Figures } from './Figures.tsx';
import { errorFile } from './mapping.ts';
import { useWords } from './words.ts';

const mostShown = 100;

export interface ResultStepProps {
  readonly result: ImportResult;
  readonly mode: 'all' | 'valid';
  /** Absent where nothing can be chosen any more. */
  readonly onMode?: (mode: 'all' | 'valid') => void;
}

/** What came out of checking or importing: numbers, and each error with its place and what is wrong. */
export function ResultStep({ result, mode, onMode }: ResultStepProps) {
  const t = useWords();
  const { errors, dry_run: dryRun, committed, failed } = result;
  const errorsTitle = t(dryRun || !committed ? 'errors_title' : 'errors_title_done');
  const save = () => {
    const text = errorFile(errors, [t('row'), t('column'), t('value'), t('message')]);
    const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
    download(url, 'import.csv');
    URL.revokeObjectURL(url);
  };
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
      {!dryRun && <Alert severity={committed ? 'success' : 'error'}>{t(committed ? 'result' : 'not_committed')}</Alert>}
      <Figures result={result} />
      {dryRun && failed > 0 && onMode && (
        <FormControl>
          <FormLabel id="import-mode">{t('mode')}</FormLabel>
          <RadioGroup
            aria-labelledby="import-mode"
            value={mode}
            onChange={(_, value) => onMode(value as 'all' | 'valid')}
          >
            <FormControlLabel value="all" control={<Radio size="small" />} label={t('mode_all')} />
            <FormControlLabel value="valid" control={<Radio size="small" />} label={t('mode_valid')} />
          </RadioGroup>
        </FormControl>
      )}
      {errors.length > 0 && (
        <Box>
          <Box sx={{ display: 'flex', alignItems: 'center', mb: 1 }}>
            <Typography variant="h3" sx={{ flex: 1 }}>
              {errorsTitle}
            </Typography>
            <Button size="small" onClick={save}>
              {t('error_file')}
            </Button>
          </Box>
          <Box sx={{ overflow: 'auto', maxHeight: 320 }} tabIndex={0} role="region" aria-label={errorsTitle}>
            <Table size="small" stickyHeader>
              <TableHead>
                <TableRow>
                  <TableCell align="right">{t('row')}</TableCell>
                  <TableCell>{t('column')}</TableCell>
                  <TableCell>{t('value')}</TableCell>
                  <TableCell>{t('message')}</TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {errors.slice(0, mostShown).map((error) => (
                  <TableRow key={`${error.row} ${error.column} ${error.field} ${error.message}`}>
                    <TableCell align="right">{error.row}</TableCell>
                    <TableCell>{error.column}</TableCell>
                    <TableCell sx={{ maxWidth: 200, overflow: 'hidden', textOverflow: 'ellipsis' }}>
                      {error.value}
                    </TableCell>
                    <TableCell>{error.message}</TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </Box>
          {errors.length > mostShown && (
            <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
              {t('errors_cut', { count: mostShown })}
            </Typography>
          )}
        </Box>
      )}
    </Box>
  );
}
