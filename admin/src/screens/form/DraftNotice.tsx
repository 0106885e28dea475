import type { Locale } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import RestoreIcon from 'icon/HistoryOutlined';
import { useSay } from '../../app/feedback/useSay.ts';
import { useLocale } from '../../app/texts.ts';
import type { FormDraft } from './useDraft.ts';
import { useWords } from './words.ts';

export interface DraftNoticeProps {
  readonly draft: Pick<FormDraft, 'restored' | 'discard'>;
  /** The version of the record as it is stored now. */
  readonly version?: number | undefined;
}

/** Above a form with values from an earlier visit: from when they are, and the way back to what is stored. */
export function DraftNotice({ draft, version }: DraftNoticeProps) {
  const { restored, discard } = draft;
  const locale = useLocale();
  const say = useSay();
  const t = useWords();
  if (!restored) return null;
  const at = new Date(restored.at);
  const today = at.toDateString() === new Date().toDateString();
  return (
    <Alert
      severity="info"
      icon={<RestoreIcon fontSize="small" />}
      sx={{ mb: 2, '& .MuiAlert-message': { flexGrow: 1, py: 0.5 }, '& .MuiAlert-icon': { pt: 1.25 } }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2 }}>
        <Box sx={{ flex: '1 1 260px' }}>
          {t(today ? 'draft_restored' : 'draft_restored_day', { time: clock(at, locale), day: day(at, locale) })}
          {restored.version !== undefined && restored.version !== version && <div>{t('draft_outdated')}</div>}
        </Box>
        <Button
          size="small"
          color="inherit"
          sx={{ ml: -1.25 }}
          onClick={() => {
            const undo = discard();
            say({ text: t('draft_discarded'), tone: 'info', action: { label: t('undo'), onClick: undo } });
          }}
        >
          {t('draft_discard')}
        </Button>
      </Box>
    </Alert>
  );
}

const clock = (at: Date, locale: Locale) => at.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
const day = (at: Date, locale: Locale) =>
  at.toLocaleDateString(locale === 'en' ? 'en-GB' : 'de-DE', { day: '2-digit', month: '2-digit', year: 'numeric' });
