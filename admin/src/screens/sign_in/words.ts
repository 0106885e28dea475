import { type Texts, useTexts } from '../../app/texts.ts';

const words = {
  email: { de: 'E-Mail-Adresse', en: 'E-mail address' },
  required: { de: 'Bitte ausfüllen.', en: 'Please fill in.' },
  new_password: { de: 'Neues Passwort', en: 'New password' },
  new_hint: {
    de: 'Mindestens {min} Zeichen. Gut sind drei oder vier Wörter, die nichts miteinander zu tun haben.',
    en: 'At least {min} characters. Good are three or four words that have nothing to do with each other.',
  },
  fair: { de: 'Das genügt. Ein Wort mehr macht es noch sicherer.', en: 'This will do. One more word makes it safer.' },
  good: { de: 'Das ist ein gutes Passwort.', en: 'This is a good password.' },
  welcome: { de: 'Willkommen, {name}', en: 'Welcome, {name}' },
  welcome_text: {
    de: 'Legen Sie Ihr Passwort fest. Danach melden Sie sich damit an.',
    en: 'Choose your password. After that you sign in with it.',
  },
  reset: { de: 'Neues Passwort festlegen', en: 'Choose a new password' },
  reset_text: {
    de: 'Danach sind Sie auf allen Geräten abgemeldet und melden sich mit dem neuen Passwort an.',
    en: 'After that you are signed out on all devices and sign in with the new password.',
  },
  set: { de: 'Passwort festlegen', en: 'Set password' },
  set_done: {
    de: 'Ihr Passwort ist festgelegt. Bitte melden Sie sich damit an.',
    en: 'Your password is set. Please sign in with it.',
  },
  no_link: { de: 'Dieser Link gilt nicht mehr', en: 'This link is no longer valid' },
  used: {
    de: 'Mit diesem Link wurde schon ein Passwort festgelegt. Sie können sich damit anmelden. Waren Sie das nicht, fordern Sie ein neues an und sagen Sie Ihrem Administrator Bescheid.',
    en: 'A password has been set with this link already. You can sign in with it. If that was not you, ask for a new one and tell your administrator.',
  },
  replaced: {
    de: 'Sie haben inzwischen einen neueren Link bekommen, oder Ihr Passwort wurde geändert. Bitte nehmen Sie den Link aus der letzten E-Mail, oder fordern Sie einen neuen an.',
    en: 'You have been sent a newer link, or your password has been changed. Please use the link in the latest e-mail, or ask for a new one.',
  },
  expired_invite: {
    de: 'Die Einladung war 72 Stunden gültig. Fordern Sie hier selbst einen neuen Link an, er kommt gleich per E-Mail.',
    en: 'The invitation was valid for 72 hours. Ask for a new link here; it comes by e-mail at once.',
  },
  expired_reset: {
    de: 'Der Link war eine Stunde gültig. Fordern Sie einen neuen an, er kommt gleich per E-Mail.',
    en: 'The link was valid for one hour. Ask for a new one; it comes by e-mail at once.',
  },
  unknown: {
    de: 'Vielleicht wurde er beim Kopieren abgeschnitten, oder Ihr Zugang ist nicht mehr aktiv. Öffnen Sie den Link direkt aus der E-Mail, oder fordern Sie einen neuen an.',
    en: 'Perhaps it was cut off while copying, or your account is not active any more. Open the link directly from the e-mail, or ask for a new one.',
  },
  ask_new: { de: 'Neuen Link anfordern', en: 'Ask for a new link' },
  sign_in: { de: 'Zur Anmeldung', en: 'To the sign-in' },
  forgotten: { de: 'Passwort vergessen?', en: 'Forgot your password?' },
  forgotten_text: {
    de: 'Geben Sie die Adresse ein, mit der Sie sich anmelden. Sie bekommen einen Link, mit dem Sie ein neues Passwort festlegen.',
    en: 'Enter the address that you sign in with. You get a link by which you choose a new password.',
  },
  send: { de: 'Link anfordern', en: 'Send link' },
  sent: { de: 'Bitte sehen Sie in Ihr Postfach', en: 'Please look into your mailbox' },
  sent_text: {
    de: 'Gibt es zu {email} einen Zugang, ist der Link gleich da. Er gilt eine Stunde. Nichts gekommen? Sehen Sie im Spam-Ordner nach, oder fragen Sie Ihren Administrator.',
    en: 'If there is an account for {email}, the link will be there in a moment. It is valid for one hour. Nothing there? Look into the spam folder, or ask your administrator.',
  },
  other_address: { de: 'Andere Adresse', en: 'Another address' },
} satisfies Texts;

/** What the pages say that are seen before signing in. */
export const useWords = () => useTexts(words);
