import { kindOf, propertiesOf, type Resource } from '@kontor/shared';
import { type Parameters, type Texts, useLocale, useTexts } from '../../app/texts.ts';
import { useDeclaration } from '../../declarations.ts';

/** Where somebody stands who has never been here: not invited, invited, not any more, or with a password in hand. */
export type Stage = 'new' | 'invited' | 'expired' | 'never';

export interface Standing {
  readonly active?: boolean;
  readonly deleted_at?: string | null;
  readonly last_seen_at?: string | null;
  readonly invited_until?: string | null;
  readonly password_changed_at?: string | null;
}

/** Undefined for users who have signed in, and for those who may not. */
export function stageOf(user: Standing, now = Date.now()): Stage | undefined {
  if (!user.active || user.deleted_at || user.last_seen_at) return undefined;
  // who may not read how a user gets in is told nothing
  if (user.invited_until === undefined) return undefined;
  if (user.invited_until) return Date.parse(user.invited_until) > now ? 'invited' : 'expired';
  return user.password_changed_at ? 'never' : 'new';
}

const words = {
  new: {
    de: 'Noch nicht eingeladen. Mit der Einladung kommt ein Link, über den das erste Passwort festgelegt wird.',
    en: 'Not invited yet. The invitation brings a link by which the first password is chosen.',
  },
  invited: { de: 'Eingeladen. Der Link gilt bis {when}.', en: 'Invited. The link is valid until {when}.' },
  expired: { de: 'Die Einladung ist seit {when} abgelaufen.', en: 'The invitation has expired on {when}.' },
  never: { de: 'Hat ein Passwort, war aber noch nie angemeldet.', en: 'Has a password, but has never signed in.' },
  invite: { de: 'Einladen', en: 'Invite' },
  again: { de: 'Erneut einladen', en: 'Invite again' },
  sent: { de: 'Die Einladung an {email} ist unterwegs.', en: 'The invitation to {email} is on its way.' },
  mail_waits: { de: 'Die E-Mail wartet noch auf den Versand.', en: 'The e-mail is still waiting to be sent.' },
  mail_failed: { de: 'Die E-Mail kam nicht an.', en: 'The e-mail did not arrive.' },
} satisfies Texts;

const instantOf = (resource: Resource) => propertiesOf(resource).get('invited_until')!.field;

/** What is said about an invitation; `when` is an instant. */
export function useInvitationWords() {
  const t = useTexts(words);
  const locale = useLocale();
  const field = instantOf(useDeclaration('users'));
  return (key: keyof typeof words, { when, ...others }: Parameters = {}) =>
    t(key, { ...others, ...(when ? { when: kindOf(field).format(when, field, locale) } : {}) });
}
