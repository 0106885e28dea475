import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useFormState } from 'react-hook-form';
import { sizes } from '../../app/theme.ts';
import { useWords } from './words.ts';

export interface FormBarProps {
  readonly saving: boolean;
  readonly onCancel: () => void;
  readonly onSaveAndNew?: (() => void) | undefined;
}

/** The end of a form, always in reach. */
export function FormBar({ saving, onCancel, onSaveAndNew }: FormBarProps) {
  const { isDirty } = useFormState();
  const t = useWords();
  return (
    <Box
      sx={{
        position: 'sticky',
        bottom: { xs: `${sizes.bottomBar}px`, sm: 0 },
        zIndex: 2,
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        alignItems: 'center',
        py: 1.5,
        '& .MuiButton-root': { px: { xs: 1.25, sm: 2 } },
        mt: 2,
        bgcolor: 'background.default',
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <Button type="submit" variant="contained" loading={saving} title="Ctrl+S">
        {t('save')}
      </Button>
      {onSaveAndNew && (
        <Button variant="outlined" disabled={saving} onClick={onSaveAndNew}>
          {t('save_and_new')}
        </Button>
      )}
      <Button color="inherit" disabled={saving} onClick={onCancel}>
        {t('cancel')}
      </Button>
      {isDirty && (
        <Box
          component="span"
          role="status"
          sx={{ display: { xs: 'none', sm: 'inline' }, ml: 'auto', typography: 'body2', color: 'text.secondary' }}
        >
          {t('unsaved')}
        </Box>
      )}
    </Box>
  );
}
