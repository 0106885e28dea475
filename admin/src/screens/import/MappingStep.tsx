import { fieldLabel, fieldNamed, type Resource } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useLocale } from '../../app/texts.ts';
import type { ImportPreview } from '../../providers/dataProvider.ts';
import { KeySelect } from './KeySelect.tsx';
import { doubled, type Mapping, missing } from './mapping.ts';
import { useWords } from './words.ts';

/** A phone has room for the column and its field; there one example stands below the column. */
const wideOnly = { display: { xs: 'none', sm: 'table-cell' } };

export interface MappingStepProps {
  readonly resource: Resource;
  readonly preview: ImportPreview;
  readonly mapping: Mapping;
  readonly onMapping: (mapping: Mapping) => void;
  /** By what records can be recognised, and by what they are. */
  readonly keys: readonly (readonly string[])[];
  readonly keyFields: readonly string[];
  readonly onKey: (fields: readonly string[]) => void;
}

/** Which column of the file belongs to which field, and by what existing records are recognised. */
export function MappingStep({ resource, preview, mapping, onMapping, keys, keyFields, onKey }: MappingStepProps) {
  const t = useWords();
  const locale = useLocale();
  const twice = doubled(mapping);
  const lacking = missing(resource, mapping);
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
      <Typography>{t('mapping_text')}</Typography>
      {lacking.length > 0 && (
        <Alert severity="warning">
          {t('missing', {
            fields: lacking.map((name) => fieldLabel(fieldNamed(resource, name)!, name, locale)).join(', '),
          })}
        </Alert>
      )}
      <Box sx={{ overflowX: 'auto' }}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('column')}</TableCell>
              <TableCell sx={wideOnly}>{t('samples')}</TableCell>
              <TableCell sx={{ minWidth: { xs: 160, sm: 220 } }}>{t('field')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {preview.columns.map(({ name, samples }) => {
              const field = mapping[name] ?? '';
              return (
                <TableRow key={name}>
                  <TableCell sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
                    {name}
                    <Typography
                      variant="caption"
                      color="text.secondary"
                      sx={{ display: { xs: 'block', sm: 'none' }, fontWeight: 400 }}
                    >
                      {samples[0]}
                    </Typography>
                  </TableCell>
                  <TableCell
                    sx={{
                      ...wideOnly,
                      maxWidth: 260,
                      overflow: 'hidden',
                      textOverflow: 'ellipsis',
                      whiteSpace: 'nowrap',
                      color: 'text.secondary',
                    }}
                  >
                    {samples.slice(0, 3).join(' · ')}
                  </TableCell>
                  <TableCell sx={{ py: 0.5 }}>
                    <TextField
                      select
                      fullWidth
                      value={field}
                      error={twice.has(field)}
                      helperText={twice.has(field) ? t('twice') : undefined}
                      onChange={(event) => onMapping({ ...mapping, [name]: event.target.value })}
                      slotProps={{
                        select: { displayEmpty: true, SelectDisplayProps: { 'aria-label': `${name}: ${t('field')}` } },
                      }}
                    >
                      <MenuItem value="">
                        <em>{t('ignore')}</em>
                      </MenuItem>
                      {preview.fields.map((option) => (
                        <MenuItem key={option.field} value={option.field}>
                          {option.label}
                        </MenuItem>
                      ))}
                    </TextField>
                  </TableCell>
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      </Box>
      {keys.length > 0 && <KeySelect preview={preview} keys={keys} value={keyFields} onChange={onKey} />}
    </Box>
  );
}
