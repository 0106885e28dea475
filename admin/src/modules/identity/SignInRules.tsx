import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import type { ScreenProps } from '../../app/registry.ts';
import List from '../../screens/list/List.tsx';
import { useWords } from './previewWords.ts';

/** The generated list of the rules, and the way to try them. */
export default function SignInRules(props: ScreenProps) {
  const t = useWords();
  return (
    <>
      <Box sx={{ display: 'flex', justifyContent: 'end', px: { xs: 2, sm: 3 }, pt: 2 }}>
        <Button component={Link} to="/sign_in_rules/preview" variant="outlined">
          {t('title')}
        </Button>
      </Box>
      <List {...props} />
    </>
  );
}
