import { fileSize } from '@kontor/shared';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import FileIcon from 'icon/DriveFileMoveOutlined';
import { useRefresh } from 'ra-core';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useSay } from '../../app/feedback/useSay.ts';
import { useLocale, useTexts } from '../../app/texts.ts';
import { useDeclaration } from '../../declarations.ts';
import { decideByName } from '../../providers/access.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { problemOf } from '../../providers/httpClient.ts';
import { reasonOf } from '../../providers/reason.ts';
import { useSession } from '../../providers/session.ts';
import type { MailOfRecord } from './AnswerButton.tsx';

const texts = {
  attachments: { de: 'Anhänge', en: 'Attachments' },
  file: { de: 'Als Dokument ablegen', en: 'File as document' },
  file_one: { de: '„{name}“ als Dokument ablegen', en: 'File “{name}” as document' },
  file_all: { de: 'Alle als Dokumente ablegen', en: 'File all as documents' },
  filed: { de: '„{name}“ liegt jetzt bei den Dokumenten.', en: '“{name}” is now among the documents.' },
  filed_all: { de: '{count} Anhänge liegen jetzt bei den Dokumenten.', en: '{count} attachments are now documents.' },
  there: { de: '„{name}“ liegt schon bei den Dokumenten.', en: '“{name}” is among the documents already.' },
  there_all: { de: 'Alle Anhänge liegen schon bei den Dokumenten.', en: 'All attachments are documents already.' },
  show: { de: 'Ansehen', en: 'Show' },
};

export interface IncomingFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

interface IncomingFilesProps {
  readonly mail: MailOfRecord;
  readonly files: readonly IncomingFile[];
}

/** What came along with a mail, and the way to make documents of the record of it. */
export function IncomingFiles({ mail, files }: IncomingFilesProps) {
  const t = useTexts(texts);
  const locale = useLocale();
  const api = useKontor();
  const say = useSay();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const { grants } = useSession();
  const resource = useDeclaration(mail.about_resource);
  const [busy, setBusy] = useState(false);
  const may =
    resource.abilities?.includes('documentable') &&
    decideByName(grants, 'documents', 'create') !== 'none' &&
    decideByName(grants, 'files', 'create') !== 'none';
  if (!may || files.length === 0) return null;
  const file = async (ids?: readonly string[]) => {
    setBusy(true);
    try {
      const filed = await api.fileAttachments(mail.id, ids);
      const fresh = filed.filter((one) => one.is_new);
      const [one] = fresh.length ? fresh : filed;
      const many = filed.length > 1;
      const word = fresh.length ? (many ? 'filed_all' : 'filed') : many ? 'there_all' : 'there';
      say({
        text: t(word, { name: one!.name, count: fresh.length }),
        action: {
          label: t('show'),
          onClick: () =>
            navigate(many ? `/${mail.about_resource}/${mail.about_id}/show` : `/documents/${one!.id}/show`),
        },
      });
      refresh();
    } catch (failure) {
      const told = problemOf(failure)?.errors?.attachments;
      say({ text: typeof told === 'string' ? told : reasonOf(failure), tone: 'error' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Box component="section" aria-label={t('attachments')} sx={{ pb: 3, maxWidth: 1240 }}>
      <Typography variant="h6" component="h2" sx={{ mb: 1 }}>
        {t('attachments')}
      </Typography>
      <Paper variant="outlined" sx={{ px: 2, py: 1 }}>
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {files.map(({ id, name, size }) => (
            <Box
              key={id}
              component="li"
              sx={{ py: 0.5, display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5 }}
            >
              <Box sx={{ flex: '1 1 220px', minWidth: 0, overflowWrap: 'anywhere' }}>
                {`${name} · ${fileSize(size, locale)}`}
              </Box>
              <Button
                size="small"
                startIcon={<FileIcon fontSize="small" />}
                disabled={busy}
                aria-label={t('file_one', { name })}
                onClick={() => void file([id])}
              >
                {t('file')}
              </Button>
            </Box>
          ))}
        </Box>
        {files.length > 1 && (
          <Button size="small" disabled={busy} onClick={() => void file()}>
            {t('file_all')}
          </Button>
        )}
      </Paper>
    </Box>
  );
}
