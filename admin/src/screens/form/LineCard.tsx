import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { FieldInput } from '../../kinds/FieldInput.tsx';
import type { LineProps } from './LineRow.tsx';
import { useWords } from './words.ts';

/** One row on a phone: its fields below each other, nothing to scroll sideways. */
export function LineCard({ child, columns, index, source, disabled, onRemove }: LineProps) {
  const t = useWords();
  return (
    <Box
      role="group"
      aria-label={t('line', { number: index + 1 })}
      sx={{ display: 'grid', gap: 1.5, border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5, mb: 1 }}
    >
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center' }}>
        <Box component="span" sx={{ fontWeight: 600 }}>
          {t('line', { number: index + 1 })}
        </Box>
        <Button size="small" color="inherit" disabled={disabled} onClick={onRemove}>
          {t('delete')}
        </Button>
      </Box>
      {columns.map((name) => (
        <FieldInput key={name} resource={child} name={name} source={`${source}.${index}.${name}`} disabled={disabled} />
      ))}
    </Box>
  );
}
