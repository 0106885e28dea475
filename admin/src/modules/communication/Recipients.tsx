import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { useTexts } from '../../app/texts.ts';
import { useDeclaration } from '../../declarations.ts';
import { FieldDisplay } from '../../kinds/FieldDisplay.tsx';
import type { MailRow } from '../../screens/mail/answer.ts';
import { useCopies } from './useConversation.ts';

const texts = {
  recipients: { de: 'Empfänger', en: 'Recipients' },
  open: { de: 'noch keine Antwort', en: 'no answer yet' },
};

/** What became of a mail for each who was to get it, and what those who were invited answer. */
export function Recipients({ mail }: { readonly mail: MailRow & { readonly invitation?: string | null } }) {
  const t = useTexts(texts);
  const resource = useDeclaration('email_messages');
  const copies = useCopies(mail);
  const invites = mail.invitation === 'request';
  if (mail.direction === 'in' || (copies.length < 2 && !invites)) return null;
  return (
    <Box component="section" aria-label={t('recipients')} sx={{ pb: 3, maxWidth: 1240 }}>
      <Typography variant="h6" component="h2" sx={{ mb: 1 }}>
        {t('recipients')}
      </Typography>
      <Paper variant="outlined" component="ul" sx={{ m: 0, px: 2, py: 1, listStyle: 'none' }}>
        {copies.map((copy) => (
          <Box
            key={copy.id}
            component="li"
            sx={{ py: 0.5, display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5 }}
          >
            <Box sx={{ flex: '1 1 220px', minWidth: 0, overflowWrap: 'anywhere' }}>
              {copy.id === mail.id ? (
                <strong>{copy.to_name ?? copy.to}</strong>
              ) : (
                <Link component={RouterLink} to={`/email_messages/${copy.id}/show`}>
                  {copy.to_name ?? copy.to}
                </Link>
              )}
            </Box>
            <FieldDisplay resource={resource} record={copy} name="state" dense />
            {invites &&
              (copy.attendance ? (
                <FieldDisplay resource={resource} record={copy} name="attendance" dense />
              ) : (
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {t('open')}
                </Box>
              ))}
          </Box>
        ))}
      </Paper>
    </Box>
  );
}
