import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router-dom';
import type { ScreenProps } from '../../app/registry.ts';
import List from '../../screens/list/List.tsx';
import { useWords } from './previewWords.ts';

/** The generated list of the rules, and the way to try them. */
export default function SignInRules(props: ScreenProps) {
  const t = useWords();
  return (
    <>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          gap: 1,
          px: { xs: 2, sm: 3 },
          py: 1,
          borderBottom: 1,
          borderColor: 'divider',
          bgcolor: 'background.paper',
        }}
      >
        <Typography variant="body2" color="text.secondary" sx={{ mr: 'auto' }}>
          {t('count')}
        </Typography>
        <Button component={Link} to="/sign_in_rules/preview" variant="outlined">
          {t('title')}
        </Button>
      </Box>
      <List {...props} />
    </>
  );
}
