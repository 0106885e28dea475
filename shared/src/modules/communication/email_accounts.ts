import { defineResource } from '../../define/resource.ts';
import { boolean, choice, datetime, email, integer, reference, secret, text } from '../../kinds/index.ts';

import { exampleKey } from './example_key.ts';

/** Mail servers by brand, and the mailbox from which answers are fetched. Without one messages take the way of the configuration, and without that they wait in the outbox. */
export const emailAccounts = defineResource({
  name: 'email_accounts',
  label: { de: ['E-Mail-Konto', 'E-Mail-Konten'], en: ['E-mail account', 'E-mail accounts'] },
  icon: 'alternate_email',
  title: ['name'],
  fields: {
    name: text('Name', { required: true, max: 80, unique: true, search: 'A' }),
    brand_id: reference('Marke', {
      to: 'brands',
      unique: true,
      help: {
        de: 'Leer: für alle Marken ohne eigenes Konto und für die E-Mails von Kontor selbst',
        en: 'Empty: for all brands without an account of their own, and for Kontor’s own e-mails',
      },
    }),
    host: text({ de: 'Mailserver', en: 'Mail server' }, { required: true, max: 253, examples: ['127.0.0.1'] }),
    port: integer({ de: 'Port', en: 'Port' }, { required: true, default: 587, min: 1, max: 65_535, total: false }),
    encryption: choice(
      { de: 'Verschlüsselung', en: 'Encryption' },
      {
        starttls: { de: 'STARTTLS (üblich mit Port 587)', en: 'STARTTLS (usual with port 587)' },
        tls: { de: 'TLS von Anfang an (üblich mit Port 465)', en: 'TLS from the beginning (usual with port 465)' },
        none: { de: 'Keine (nur auf diesem Rechner)', en: 'None (on this machine only)' },
      },
      { required: true, default: 'starttls' },
    ),
    user_name: text({ de: 'Benutzername', en: 'User name' }, { max: 254 }),
    password: secret({ de: 'Passwort', en: 'Password' }),
    from_name: text({ de: 'Absendername', en: 'Sender name' }, { max: 120 }),
    from_address: email({ de: 'Absenderadresse', en: 'Sender address' }, { required: true, search: 'A' }),
    reply_to: email(
      { de: 'Antworten an', en: 'Replies to' },
      { help: { de: 'Leer: an die Absenderadresse', en: 'Empty: to the sender address' } },
    ),
    dkim_domain: text({ de: 'Domain', en: 'Domain' }, { max: 253, examples: ['example.de'] }),
    dkim_selector: text({ de: 'Selektor', en: 'Selector' }, { max: 63, examples: ['kontor'] }),
    dkim_private_key: secret({ de: 'Privater Schlüssel (PEM)', en: 'Private key (PEM)' }, { examples: [exampleKey] }),
    imap_host: text(
      { de: 'Server des Postfachs', en: 'Server of the mailbox' },
      {
        max: 253,
        examples: ['127.0.0.1'],
        help: {
          de: 'Leer: Antworten und Unzustellbares kommen nicht nach Kontor',
          en: 'Empty: answers and bounces do not come to Kontor',
        },
      },
    ),
    imap_port: integer({ de: 'Port (IMAP)', en: 'Port (IMAP)' }, { default: 993, min: 1, max: 65_535, total: false }),
    imap_encryption: choice(
      { de: 'Verschlüsselung (IMAP)', en: 'Encryption (IMAP)' },
      {
        tls: { de: 'TLS von Anfang an (üblich mit Port 993)', en: 'TLS from the beginning (usual with port 993)' },
        starttls: { de: 'STARTTLS (üblich mit Port 143)', en: 'STARTTLS (usual with port 143)' },
        none: { de: 'Keine (nur auf diesem Rechner)', en: 'None (on this machine only)' },
      },
      { default: 'tls' },
    ),
    imap_user_name: text({ de: 'Benutzername (IMAP)', en: 'User name (IMAP)' }, { max: 254 }),
    imap_password: secret({ de: 'Passwort (IMAP)', en: 'Password (IMAP)' }),
    imap_folder: text({ de: 'Ordner', en: 'Folder' }, { max: 255, default: 'INBOX' }),
    imap_polled_at: datetime({ de: 'Zuletzt abgeholt', en: 'Last fetched' }, { readOnly: true }),
    imap_words: text(
      { de: 'Antwort des Postfachs', en: 'Words of the mailbox' },
      { readOnly: true, multiline: true, max: 2000 },
    ),
    /** How far the mailbox has been read: its numbering, and the last number. */
    imap_validity: text({ de: 'Zählung', en: 'Numbering' }, { max: 20, readOnly: true, hidden: true }),
    imap_last: text({ de: 'Gelesen bis', en: 'Read up to' }, { max: 20, readOnly: true, hidden: true }),
    active: boolean({ de: 'Aktiv', en: 'Active' }, { default: true }),
    tested_at: datetime({ de: 'Zuletzt geprüft', en: 'Last tested' }, { readOnly: true }),
    test_words: text(
      { de: 'Antwort des Mailservers', en: 'Words of the mail server' },
      { readOnly: true, multiline: true, max: 2000 },
    ),
  },
  actions: {
    test: {
      label: { de: 'Testmail senden', en: 'Send a test e-mail' },
      icon: 'send',
      input: { recipient: email({ de: 'An', en: 'To' }, { required: true }) },
      step_up: true,
    },
    test_mailbox: { label: { de: 'Postfach prüfen', en: 'Test the mailbox' }, icon: 'inbox', step_up: true },
  },
  list: {
    columns: ['name', 'brand_id', 'from_address', 'host', 'active', 'tested_at'],
    filters: ['brand_id', 'active'],
    sort: ['name', 'ASC'],
  },
  form: {
    Absender: ['name', 'brand_id', 'from_name', 'from_address', 'reply_to', 'active'],
    Mailserver: ['host', 'port', 'encryption', 'user_name', 'password', 'tested_at', 'test_words'],
    'Postfach (IMAP)': [
      'imap_host',
      'imap_port',
      'imap_encryption',
      'imap_user_name',
      'imap_password',
      'imap_folder',
      'imap_polled_at',
      'imap_words',
    ],
    'Signatur (DKIM)': ['dkim_domain', 'dkim_selector', 'dkim_private_key'],
  },
  sections: {
    Absender: 'Sender',
    Mailserver: 'Mail server',
    'Postfach (IMAP)': 'Mailbox (IMAP)',
    'Signatur (DKIM)': 'Signature (DKIM)',
  },
  step_up: true,
});
