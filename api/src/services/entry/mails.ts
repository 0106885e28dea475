import { linkPlaceholder } from '@kontor/shared/modules/communication/email_messages';
import type { Queryable } from '../../db/pool.ts';
import { sql } from '../../query/sql.ts';

type Language = 'de' | 'en';
interface Words {
  readonly subject: string;
  readonly text: string;
}

/** Instants as mails write them: in the time zone of the installation. */
const at = (instant: string, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(instant));

export interface InvitationFacts {
  readonly name: string;
  readonly company: string;
  readonly inviter: string | undefined;
  readonly until: string;
  readonly timeZone: string;
}

export const invitationMail = (language: Language, facts: InvitationFacts): Words => {
  const { name, company, inviter } = facts;
  const until = at(facts.until, language, facts.timeZone);
  return language === 'de'
    ? {
        subject: `Ihr Zugang zu Kontor – ${company}`,
        text: `Guten Tag ${name},

${inviter ? `${inviter} hat Sie` : 'Sie sind'} zu Kontor eingeladen, dem Arbeitsplatz von ${company}. Legen Sie ein Passwort fest, dann können Sie sich anmelden:

Passwort festlegen:
${linkPlaceholder}

Der Link gilt einmal und bis ${until} Uhr. Danach bekommen Sie auf der Anmeldeseite unter „Passwort vergessen?“ einen neuen.

Sie erwarten keine Einladung? Dann brauchen Sie nichts zu tun.`,
      }
    : {
        subject: `Your access to Kontor – ${company}`,
        text: `Hello ${name},

${inviter ? `${inviter} has` : 'you have been'} invited ${inviter ? 'you ' : ''}to Kontor, the workplace of ${company}. Choose a password, and you can sign in:

Choose a password:
${linkPlaceholder}

The link works once and until ${until}. After that you get a new one on the sign-in page, under “Forgot your password?”.

You are not expecting an invitation? Then there is nothing you need to do.`,
      };
};

export const resetMail = (language: Language, { name }: { readonly name: string }): Words =>
  language === 'de'
    ? {
        subject: 'Neues Passwort für Kontor',
        text: `Guten Tag ${name},

für Ihren Zugang wurde ein neues Passwort angefordert. Hier legen Sie es fest:

Neues Passwort festlegen:
${linkPlaceholder}

Der Link gilt einmal und eine Stunde lang. Danach sind Sie auf allen Geräten abgemeldet und melden sich neu an.

Sie haben nichts angefordert? Dann brauchen Sie nichts zu tun, Ihr Passwort bleibt, wie es ist.`,
      }
    : {
        subject: 'New password for Kontor',
        text: `Hello ${name},

a new password has been asked for your account. Choose it here:

Choose a new password:
${linkPlaceholder}

The link works once and for one hour. After that you are signed out on all devices and sign in again.

You did not ask for it? Then there is nothing you need to do, your password stays as it is.`,
      };

export const changedMail = (language: Language, { name }: { readonly name: string }): Words =>
  language === 'de'
    ? {
        subject: 'Ihr Passwort für Kontor wurde geändert',
        text: `Guten Tag ${name},

das Passwort Ihres Zugangs wurde gerade geändert.

Waren Sie das nicht? Dann fordern Sie auf der Anmeldeseite unter „Passwort vergessen?“ ein neues an und sagen Sie Ihrem Administrator Bescheid.`,
      }
    : {
        subject: 'Your password for Kontor has been changed',
        text: `Hello ${name},

the password of your account has just been changed.

That was not you? Then ask for a new one on the sign-in page under “Forgot your password?” and tell your administrator.`,
      };

/** The name of the house, as mails call it. */
export async function companyName(db: Queryable): Promise<string> {
  const [row] = await db.query<{ name: string }>(
    sql`SELECT name FROM companies WHERE deleted_at IS NULL ORDER BY created_at, id LIMIT 1`,
  );
  return row?.name ?? 'Kontor';
}
