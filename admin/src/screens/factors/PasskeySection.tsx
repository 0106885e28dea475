import { formatDate } from '@kontor/shared';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemText from '@mui/material/ListItemText';
import { browserSupportsWebAuthn, startRegistration } from '@simplewebauthn/browser';
import Delete from 'icon/DeleteOutlined';
import Edit from 'icon/EditOutlined';
import Key from 'icon/Key';
import { useState } from 'react';
import { relativeTime } from '../../app/relativeTime.ts';
import { useLocale } from '../../app/texts.ts';
import { deviceName } from '../account/deviceName.ts';
import { Confirm } from './Confirm.tsx';
import {
  type Asked,
  beginPasskey,
  type Enrolled,
  keepPasskey,
  type Passkey,
  removePasskey,
  renamePasskey,
} from './calls.ts';
import { NameDialog } from './NameDialog.tsx';
import { Section } from './Section.tsx';
import { useFactorWords } from './words.ts';

interface PasskeySectionProps {
  readonly passkeys: readonly Passkey[];
  readonly onAdded: (next: Enrolled, text: string) => Promise<void>;
  readonly onChanged: (next: Enrolled) => void;
  readonly onRemoved: (next: Enrolled, text: string) => void;
  readonly onFailure: (error: unknown) => void;
}

/** The passkeys, by the names their owner gave them. */
export function PasskeySection({ passkeys, onAdded, onChanged, onRemoved, onFailure }: PasskeySectionProps) {
  const t = useFactorWords();
  const locale = useLocale();
  const [asked, setAsked] = useState<Asked>();
  const [renaming, setRenaming] = useState<Passkey>();
  const [removing, setRemoving] = useState<Passkey>();
  const supported = browserSupportsWebAuthn();
  const factsOf = ({ created_at, last_used_at, synced }: Passkey) =>
    [
      t('active_since', { date: formatDate(created_at, locale) }),
      last_used_at ? t('last_used', { when: relativeTime(last_used_at, locale) }) : t('never_used'),
      synced && t('synced'),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <Section
      icon={Key}
      title={t('passkeys')}
      text={t('passkeys_text')}
      state={supported ? undefined : t('no_passkeys_here')}
      actions={
        <Button variant="outlined" disabled={!supported} onClick={() => void beginPasskey().then(setAsked, onFailure)}>
          {t(passkeys.length ? 'add_passkey' : 'set_up')}
        </Button>
      }
    >
      {passkeys.length > 0 && (
        <List disablePadding sx={{ borderTop: 1, borderColor: 'divider' }}>
          {passkeys.map((passkey) => (
            <ListItem
              key={passkey.id}
              sx={{ pl: { xs: 2, sm: 7 } }}
              secondaryAction={
                <>
                  <IconButton
                    aria-label={t('rename_named', { name: passkey.name })}
                    title={t('rename_named', { name: passkey.name })}
                    onClick={() => setRenaming(passkey)}
                  >
                    <Edit fontSize="small" />
                  </IconButton>
                  <IconButton
                    edge="end"
                    aria-label={t('remove_named', { name: passkey.name })}
                    title={t('remove_named', { name: passkey.name })}
                    onClick={() => setRemoving(passkey)}
                  >
                    <Delete fontSize="small" />
                  </IconButton>
                </>
              }
            >
              <ListItemText primary={passkey.name} secondary={factsOf(passkey)} sx={{ pr: 6 }} />
            </ListItem>
          ))}
        </List>
      )}
      {asked && (
        <NameDialog
          title={t('add_passkey')}
          action={t('go_on')}
          initial={deviceName(navigator.userAgent).system ?? ''}
          onClose={() => setAsked(undefined)}
          onSubmit={async (name) => {
            // a question counts once: a second try begins anew
            const { transaction, options } = asked.options ? asked : await beginPasskey();
            setAsked({ ...asked, options: undefined });
            const next = await keepPasskey(transaction, name, await startRegistration({ optionsJSON: options }));
            setAsked(undefined);
            await onAdded(next, t('passkey_done', { name }));
          }}
        />
      )}
      {renaming && (
        <NameDialog
          title={t('rename_named', { name: renaming.name })}
          action={t('rename')}
          initial={renaming.name}
          onClose={() => setRenaming(undefined)}
          onSubmit={async (name) => {
            onChanged(await renamePasskey(renaming.id, name));
            setRenaming(undefined);
          }}
        />
      )}
      {removing && (
        <Confirm
          name={removing.name}
          onClose={() => setRemoving(undefined)}
          onConfirm={() =>
            void removePasskey(removing.id).then(
              (next) => onRemoved(next, t('removed', { name: removing.name })),
              onFailure,
            )
          }
        />
      )}
    </Section>
  );
}
