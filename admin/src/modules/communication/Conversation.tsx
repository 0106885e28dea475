import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { useLocale, useTexts } from '../../app/texts.ts';
import { whenOf } from '../../app/whenOf.ts';
import { useDeclaration } from '../../declarations.ts';
import { FieldDisplay } from '../../kinds/FieldDisplay.tsx';
import { instantOf, type MailRow } from '../../screens/mail/answer.ts';
import { useConversation } from './useConversation.ts';

const texts = {
  conversation: { de: 'Gespräch', en: 'Conversation' },
  shown: { de: 'diese E-Mail', en: 'this e-mail' },
  to: { de: 'an {names}', en: 'to {names}' },
};

/** All mails of a conversation, oldest first; the one whose page this is stands out. */
export function Conversation({ mail }: { readonly mail: MailRow }) {
  const t = useTexts(texts);
  const locale = useLocale();
  const resource = useDeclaration('email_messages');
  const told = useConversation(mail);
  if (told.length < 2) return null;
  return (
    <Box component="section" aria-label={t('conversation')} sx={{ pb: 3, maxWidth: 1240 }}>
      <Typography variant="h6" component="h2" sx={{ mb: 1 }}>
        {t('conversation')}
      </Typography>
      <Box component="ol" sx={{ display: 'grid', gap: 1.5, m: 0, p: 0, listStyle: 'none' }}>
        {told.map(({ mail: one, recipients }) => {
          const current = (one.mail ?? one.id) === (mail.mail ?? mail.id);
          const names = recipients.join(', ');
          const embedded = (one as { _embedded?: { created_by?: { title: string | null } | null } })._embedded;
          return (
            <Paper
              key={one.id}
              component="li"
              variant="outlined"
              aria-current={current ? 'true' : undefined}
              sx={{ p: 2, minWidth: 0, ...(current ? { borderColor: 'primary.main' } : {}) }}
            >
              <Typography component="div" sx={{ mb: 1, display: 'flex', flexWrap: 'wrap', columnGap: 1 }}>
                <strong>{one.from_name ?? one.from ?? embedded?.created_by?.title ?? 'Kontor'}</strong>
                <Box component="span" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
                  {t('to', { names })}
                </Box>
                <FieldDisplay resource={resource} record={one} name="state" dense />
                <Box component="span" sx={{ ml: { sm: 'auto' }, color: 'text.secondary' }}>
                  {current ? (
                    `${whenOf(instantOf(one), locale)} · ${t('shown')}`
                  ) : (
                    <Link component={RouterLink} to={`/email_messages/${one.id}/show`}>
                      {whenOf(instantOf(one), locale)}
                    </Link>
                  )}
                </Box>
              </Typography>
              {one.html ? (
                <FieldDisplay resource={resource} record={one} name="html" />
              ) : (
                <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{one.text}</Box>
              )}
            </Paper>
          );
        })}
      </Box>
    </Box>
  );
}
