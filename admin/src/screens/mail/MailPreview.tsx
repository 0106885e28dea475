import { fileSize } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useLocale } from '../../app/texts.ts';
import type { MailView } from '../../providers/dataProvider.ts';
import { useWords } from './words.ts';

/** The mail as its recipients will see it. The frame runs nothing and loads nothing. */
export function MailPreview({ mail }: { mail: MailView }) {
  const t = useWords();
  const locale = useLocale();
  const { from } = mail;
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {from ? (
        <Typography>{t('from', { from: from.name ? `${from.name} <${from.email}>` : from.email })}</Typography>
      ) : (
        <Alert severity="info">{t('from_unknown')}</Alert>
      )}
      <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
        {t('subject', { subject: mail.subject })}
      </Typography>
      {mail.attachments.length > 0 && (
        <Typography sx={{ overflowWrap: 'anywhere' }}>
          {t('along', {
            names: mail.attachments.map(({ name, size }) => `${name} (${fileSize(size, locale)})`).join(', '),
          })}
        </Typography>
      )}
      <Box
        component="iframe"
        title={t('preview')}
        sandbox=""
        srcDoc={mail.html}
        sx={{
          width: 1,
          height: { xs: 360, sm: 420 },
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          bgcolor: '#fff',
        }}
      />
    </Box>
  );
}
