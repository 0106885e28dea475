import { type Texts, useTexts } from '../../app/texts.ts';

const words = {
  title: { de: 'Angemeldete Geräte', en: 'Signed-in devices' },
  text: {
    de: 'Hier sind Sie mit Ihrem Konto angemeldet. Kennen Sie ein Gerät nicht, melden Sie es ab und lassen Sie Ihr Passwort neu setzen.',
    en: 'You are signed in to your account here. If you do not know a device, sign it out and have your password set anew.',
  },
  on: { de: '{browser} auf {system}', en: '{browser} on {system}' },
  unknown: { de: 'Unbekanntes Gerät', en: 'Unknown device' },
  current: { de: 'Dieses Gerät', en: 'This device' },
  last_used: { de: 'Zuletzt benutzt {when}', en: 'Last used {when}' },
  since: { de: 'angemeldet seit {date}', en: 'signed in since {date}' },
  sign_out: { de: 'Abmelden', en: 'Sign out' },
  sign_out_device: { de: '{device} abmelden', en: 'Sign out {device}' },
  sign_out_others: { de: 'Alle anderen abmelden', en: 'Sign out all others' },
  signed_out: { de: '„{device}“ ist abgemeldet.', en: '“{device}” is signed out.' },
  others_signed_out: {
    de: '{count} {count|anderes Gerät ist|andere Geräte sind} abgemeldet.',
    en: '{count} other {count|device is|devices are} signed out.',
  },
  only_this: {
    de: 'Auf keinem anderen Gerät ist dieses Konto angemeldet.',
    en: 'This account is signed in on no other device.',
  },
} satisfies Texts;

export const useWords = () => useTexts(words);
