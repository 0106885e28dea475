import { type Resource, richText, text } from '@kontor/shared';

/** What is typed of a mail; whom it goes to and what it begins with are chosen beside. */
export const letterForm: Resource = {
  name: 'email_messages',
  label: { de: ['E-Mail', 'E-Mails'], en: ['E-mail', 'E-mails'] },
  title: [],
  fields: {
    subject: text({ de: 'Betreff', en: 'Subject' }, { required: true, max: 200 }),
    html: richText({ de: 'Nachricht', en: 'Message' }, { required: true }),
  },
};

export const roles = ['to', 'cc', 'bcc'] as const;
export type Role = (typeof roles)[number];

/** Whom a mail goes to, by the way they get it. */
export type Addressees = Readonly<Record<Role, readonly string[]>>;

export const noAddressees: Addressees = { to: [], cc: [], bcc: [] };

/** `Anna Berger <anna@example.de>` or the bare address, as name and address. */
export function parseAddressee(typed: string): { email: string; name?: string } {
  const [, name, email] = /^\s*"?([^"<]*?)"?\s*<([^<>]+)>\s*$/.exec(typed) ?? [];
  return email ? { email: email.trim(), ...(name ? { name } : {}) } : { email: typed.trim() };
}

/** As people write an address: with the name before it, where there is one; nothing in a name ends it. */
export const addresseeText = ({ name, email }: { readonly name: string | null; readonly email: string }): string => {
  const plain = name?.replace(/[<>"]/g, '').trim();
  return plain && plain !== email ? `${plain} <${email}>` : email;
};

/** The recipients as the API takes them. */
export const recipientsOf = (addressees: Addressees) =>
  roles.flatMap((role) => addressees[role].map((typed) => ({ role, ...parseAddressee(typed) })));
