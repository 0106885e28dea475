import { type Texts, useTexts } from '../../app/texts.ts';

const words = {
  // to show a factor
  totp: { de: 'Code aus der App', en: 'Code of the app' },
  totp_hint: { de: 'Sechs Ziffern aus Ihrer Authenticator-App.', en: 'Six digits of your authenticator app.' },
  recovery: { de: 'Wiederherstellungscode', en: 'Recovery code' },
  recovery_hint: { de: 'Jeder Code gilt nur einmal.', en: 'Each code is good only once.' },
  password: { de: 'Passwort', en: 'Password' },
  confirm: { de: 'Bestätigen', en: 'Confirm' },
  use_passkey: { de: 'Mit Passkey bestätigen', en: 'Confirm with a passkey' },
  instead_totp: { de: 'Code aus der App eingeben', en: 'Enter the code of the app' },
  instead_passkey: { de: 'Passkey benutzen', en: 'Use a passkey' },
  instead_recovery: { de: 'Wiederherstellungscode eingeben', en: 'Enter a recovery code' },
  required: { de: 'Bitte ausfüllen.', en: 'Please fill in.' },
  passkey_failed: {
    de: 'Der Passkey wurde nicht benutzt. Sie können es noch einmal versuchen.',
    en: 'The passkey was not used. You can try again.',
  },
  wait: {
    de: 'Das waren zu viele Versuche. Bitte warten Sie {count} {count|Sekunde|Sekunden}.',
    en: 'There were too many attempts. Please wait {count} {count|second|seconds}.',
  },
  cancel: { de: 'Abbrechen', en: 'Cancel' },
  close: { de: 'Fertig', en: 'Done' },
  // the sign-in
  second_title: { de: 'Noch ein Schritt', en: 'One more step' },
  second_text: {
    de: 'Ihr Konto ist mit einem zweiten Faktor geschützt.',
    en: 'Your account is protected by a second factor.',
  },
  passkey_sign_in: { de: 'Mit Passkey anmelden', en: 'Sign in with a passkey' },
  back: { de: 'Zurück', en: 'Back' },
  // the proof
  proof_title: { de: 'Sind Sie es?', en: 'Is it you?' },
  proof_text: {
    de: 'Was Sie vorhaben, ist besonders geschützt. Danach fragt Kontor einige Minuten lang nicht wieder.',
    en: 'What you are about to do is specially protected. After that Kontor does not ask again for some minutes.',
  },
  proof_none: {
    de: 'Ihr Konto hat kein Passwort und keinen zweiten Faktor. Bitte melden Sie sich ab und neu an.',
    en: 'Your account has no password and no second factor. Please sign out and in again.',
  },
  // what is set up
  title: { de: 'Sicherheit', en: 'Security' },
  text: {
    de: 'Mit einem zweiten Faktor kommt niemand in Ihr Konto, der nur Ihr Passwort kennt.',
    en: 'With a second factor nobody gets into your account who knows your password alone.',
  },
  is_required: { de: 'Ihre Rolle verlangt einen zweiten Faktor.', en: 'Your role requires a second factor.' },
  app: { de: 'Authenticator-App', en: 'Authenticator app' },
  app_text: {
    de: 'Eine App auf Ihrem Telefon zeigt alle 30 Sekunden einen neuen Code.',
    en: 'An app on your phone shows a new code every 30 seconds.',
  },
  passkeys: { de: 'Passkeys', en: 'Passkeys' },
  passkeys_text: {
    de: 'Anmelden mit Fingerabdruck, Gesicht oder Sicherheitsschlüssel, auch ganz ohne Passwort.',
    en: 'Sign in with a fingerprint, your face or a security key, also without a password.',
  },
  codes: { de: 'Wiederherstellungscodes', en: 'Recovery codes' },
  codes_text: {
    de: 'Zehn Codes zum Ausdrucken, falls das Telefon verloren geht.',
    en: 'Ten codes to print, in case the phone is lost.',
  },
  codes_need: {
    de: 'Dafür brauchen Sie zuerst eine App oder einen Passkey.',
    en: 'For these you need an app or a passkey first.',
  },
  codes_left: { de: 'Noch {left} von {total} Codes übrig.', en: '{left} of {total} codes left.' },
  set_up: { de: 'Einrichten', en: 'Set up' },
  renew: { de: 'Neu einrichten', en: 'Set up anew' },
  remove: { de: 'Entfernen', en: 'Remove' },
  remove_named: { de: '„{name}“ entfernen', en: 'Remove “{name}”' },
  rename_named: { de: '„{name}“ umbenennen', en: 'Rename “{name}”' },
  rename: { de: 'Umbenennen', en: 'Rename' },
  add_passkey: { de: 'Passkey hinzufügen', en: 'Add a passkey' },
  no_passkeys_here: { de: 'Dieser Browser kann keine Passkeys.', en: 'This browser knows no passkeys.' },
  make_codes: { de: 'Codes erstellen', en: 'Make codes' },
  new_codes: { de: 'Neue Codes erstellen', en: 'Make new codes' },
  active_since: { de: 'Eingerichtet am {date}', en: 'Set up on {date}' },
  last_used: { de: 'zuletzt benutzt {when}', en: 'last used {when}' },
  never_used: { de: 'noch nie benutzt', en: 'never used' },
  synced: { de: 'auf allen Ihren Geräten', en: 'on all your devices' },
  removed: { de: '„{name}“ ist entfernt.', en: '“{name}” is removed.' },
  really_remove: { de: '„{name}“ entfernen?', en: 'Remove “{name}”?' },
  really_text: {
    de: 'Damit können Sie sich dann nicht mehr anmelden. Diese Änderung lässt sich nicht rückgängig machen.',
    en: 'You can not sign in with it any more then. This can not be undone.',
  },
  // setting up
  app_title: { de: 'Authenticator-App einrichten', en: 'Set up an authenticator app' },
  app_scan: {
    de: 'Lesen Sie den Code mit der App ein. Geht das nicht, geben Sie dort den Schlüssel ein.',
    en: 'Scan the code with the app. If that does not work, enter the key there.',
  },
  qr: { de: 'QR-Code für die Authenticator-App', en: 'QR code for the authenticator app' },
  copy_key: { de: 'Schlüssel kopieren', en: 'Copy key' },
  app_code: { de: 'Code, den die App jetzt zeigt', en: 'Code that the app shows now' },
  app_done: { de: 'Die Authenticator-App ist eingerichtet.', en: 'The authenticator app is set up.' },
  passkey_name: { de: 'Name', en: 'Name' },
  passkey_name_hint: {
    de: 'Woran Sie ihn erkennen: „Laptop“, „Telefon“ …',
    en: 'By which you know it: “Laptop”, “Phone” …',
  },
  go_on: { de: 'Weiter', en: 'Continue' },
  passkey_done: { de: 'Der Passkey „{name}“ ist eingerichtet.', en: 'The passkey “{name}” is set up.' },
  codes_title: { de: 'Ihre Wiederherstellungscodes', en: 'Your recovery codes' },
  codes_once: {
    de: 'Sie sehen diese Codes nur jetzt. Bewahren Sie sie so auf wie einen Ersatzschlüssel. Frühere Codes gelten nicht mehr.',
    en: 'You see these codes only now. Keep them like a spare key. Earlier codes are void.',
  },
  copy: { de: 'Kopieren', en: 'Copy' },
  download: { de: 'Als Datei speichern', en: 'Save as a file' },
  file: { de: 'kontor-wiederherstellungscodes.txt', en: 'kontor-recovery-codes.txt' },
  save: { de: 'Speichern', en: 'Save' },
  // before anything else
  enrol_title: { de: 'Schützen Sie Ihr Konto', en: 'Protect your account' },
  enrol_text: {
    de: 'Ihre Rolle verlangt einen zweiten Faktor. Richten Sie ihn ein, dann geht es weiter.',
    en: 'Your role requires a second factor. Set one up, then you can go on.',
  },
  prove_text: {
    de: 'Ihre Rolle verlangt eine Anmeldung mit zweitem Faktor.',
    en: 'Your role requires signing in with a second factor.',
  },
  sign_out: { de: 'Abmelden', en: 'Sign out' },
} satisfies Texts;

/** What is said about second factors and proofs. */
export const useFactorWords = () => useTexts(words);
