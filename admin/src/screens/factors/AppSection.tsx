import { formatDate } from '@kontor/shared';
import Button from '@mui/material/Button';
import Smartphone from 'icon/Smartphone';
import { useState } from 'react';
import { relativeTime } from '../../app/relativeTime.ts';
import { useLocale } from '../../app/texts.ts';
import { AppDialog } from './AppDialog.tsx';
import { Confirm } from './Confirm.tsx';
import { type BegunApp, beginApp, type Enrolled, removeApp } from './calls.ts';
import { Section } from './Section.tsx';
import { useFactorWords } from './words.ts';

interface AppSectionProps {
  readonly app: Enrolled['authenticator'];
  readonly onAdded: (next: Enrolled, text: string) => Promise<void>;
  readonly onRemoved: (next: Enrolled, text: string) => void;
  readonly onFailure: (error: unknown) => void;
}

/** The authenticator app. */
export function AppSection({ app, onAdded, onRemoved, onFailure }: AppSectionProps) {
  const t = useFactorWords();
  const locale = useLocale();
  const [begun, setBegun] = useState<BegunApp>();
  const [removing, setRemoving] = useState(false);
  const used = app?.last_used_at ? t('last_used', { when: relativeTime(app.last_used_at, locale) }) : t('never_used');
  return (
    <Section
      icon={Smartphone}
      title={t('app')}
      text={t('app_text')}
      state={app && `${t('active_since', { date: formatDate(app.created_at, locale) })} · ${used}`}
      actions={
        <>
          {app && (
            <Button color="inherit" onClick={() => setRemoving(true)}>
              {t('remove')}
            </Button>
          )}
          <Button variant="outlined" onClick={() => void beginApp().then(setBegun, onFailure)}>
            {t(app ? 'renew' : 'set_up')}
          </Button>
        </>
      }
    >
      {begun && (
        <AppDialog
          begun={begun}
          onClose={() => setBegun(undefined)}
          onDone={(next) => {
            setBegun(undefined);
            onAdded(next, t('app_done')).catch(onFailure);
          }}
        />
      )}
      {removing && (
        <Confirm
          name={t('app')}
          onClose={() => setRemoving(false)}
          onConfirm={() =>
            void removeApp().then((next) => onRemoved(next, t('removed', { name: t('app') })), onFailure)
          }
        />
      )}
    </Section>
  );
}
