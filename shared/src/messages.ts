import type { Locale } from './kinds/kind.ts';

/** Texts of validation messages, in both languages. `{name}` is filled from parameters. */
const texts = {
  required: { de: 'Bitte ausfüllen.', en: 'Please fill in.' },
  enrolled_already: {
    de: '{name} ist in diesem Training schon dabei ({state}).',
    en: '{name} is in this training already ({state}).',
  },
  enrolled_before: {
    de: '{name} ist hier schon vermerkt ({state}). Öffnen Sie diese Anmeldung, und melden Sie dort wieder an.',
    en: '{name} is noted here already ({state}). Open that enrolment and enrol there again.',
  },
  no_place: { de: 'In diesem Training ist kein Platz frei.', en: 'There is no free place in this training.' },
  training_called_off: { de: 'Dieses Training ist abgesagt.', en: 'This training has been called off.' },
  training_begun: {
    de: 'Das Training hat schon begonnen: Plätze werden nicht mehr angeboten.',
    en: 'The training has begun: places are not offered any more.',
  },
  same_training: { de: 'Das ist schon das jetzige Training.', en: 'That is the present training already.' },
  training_over: { de: 'Dieses Training ist schon vorbei.', en: 'This training is over.' },
  nothing_to_staff: {
    de: 'Kein künftiger Termin dieses Trainings braucht noch einen Trainer.',
    en: 'No session ahead of this training needs a trainer any more.',
  },
  trainer_list: {
    de: 'Bitte wählen Sie mindestens einen und höchstens {max} Trainer.',
    en: 'Please choose at least one trainer and no more than {max}.',
  },
  trainer_unfit: { de: '{name}: {reason}', en: '{name}: {reason}' },
  not_of_training: { de: 'Das gehört zu einem anderen Training.', en: 'That belongs to another training.' },
  belongs_elsewhere: {
    de: 'Das gehört zu etwas anderem als der Rest dieses Datensatzes.',
    en: 'That belongs to something else than the rest of this record.',
  },
  not_enrolled: { de: 'Nur wer angemeldet ist, kann anwesend sein.', en: 'Only who is enrolled can be present.' },
  no_units: {
    de: 'Es gibt noch keine Termine mit Unterrichtseinheiten.',
    en: 'There are no sessions with teaching units yet.',
  },
  papers_being_made: {
    de: 'Von {count} Bescheinigungen entsteht das PDF gerade. Bitte versuchen Sie es gleich noch einmal.',
    en: 'The PDFs of {count} certificates are being made. Please try again in a moment.',
  },
  no_certificate_template: {
    de: 'Es gibt keine aktive Dokumentvorlage dafür. Bitte bei einer Vorlage für Bescheinigungen „Von selbst verwendet“ wählen.',
    en: 'There is no active document template for this. Please choose “Used by itself” in a template for certificates.',
  },
  no_mail_template: {
    de: 'Dafür gibt es keine aktive E-Mail-Vorlage („Von selbst verwendet“).',
    en: 'There is no active e-mail template for this (“Used by itself”).',
  },
  only_participants: {
    de: 'Das geht nur an Teilnehmende.',
    en: 'This goes to participants only.',
  },
  nobody_to_write: {
    de: 'Hier ist niemand, dem Sie das schreiben könnten.',
    en: 'There is nobody here to whom you could write this.',
  },
  many_to_write: {
    de: 'Auf einmal gehen höchstens {max} E-Mails; hier wären es {count}. Bitte schreiben Sie einer kleineren Gruppe.',
    en: 'At most {max} e-mails go at once; here they would be {count}. Please write to a smaller group.',
  },
  not_called_off: {
    de: 'Das Training ist nicht abgesagt. Bitte sagen Sie es zuerst ab.',
    en: 'The training is not called off. Please cancel it first.',
  },
  no_paper: {
    de: 'Die Bescheinigung ist nicht gültig, oder ihr PDF ist noch nicht fertig.',
    en: 'The certificate is not valid, or its PDF is not ready yet.',
  },
  not_delivered: {
    de: 'Das geht, wenn das Training als durchgeführt gemeldet ist.',
    en: 'This is possible once the training is reported as delivered.',
  },
  certificate_not_enrolled: {
    de: 'Eine Bescheinigung bekommt nur, wer angemeldet ist.',
    en: 'Only who is enrolled gets a certificate.',
  },
  certificate_holds: {
    de: 'Zu dieser Anmeldung gibt es eine gültige Bescheinigung ({number}). Bitte widerrufen Sie sie zuerst.',
    en: 'There is a valid certificate for this enrolment ({number}). Please revoke it first.',
  },
  certificate_fixed: {
    de: 'Eine Bescheinigung wird nicht geändert. Bitte widerrufen Sie sie, und stellen Sie eine neue aus.',
    en: 'A certificate is never changed. Please revoke it and issue another one.',
  },
  invalid: { de: 'Dieser Wert ist hier nicht möglich.', en: 'This value is not possible here.' },
  text: { de: 'Bitte Text angeben.', en: 'Please enter text.' },
  too_short: { de: 'Mindestens {min} Zeichen.', en: 'At least {min} characters.' },
  too_long: { de: 'Höchstens {max} Zeichen.', en: 'At most {max} characters.' },
  control_characters: {
    de: 'Der Text enthält Zeichen, die nicht gespeichert werden können.',
    en: 'The text contains characters that can not be stored.',
  },
  integer: { de: 'Bitte eine ganze Zahl angeben.', en: 'Please enter a whole number.' },
  decimal: {
    de: 'Bitte eine Zahl angeben, zum Beispiel 1.234,56.',
    en: 'Please enter a number, for example 1,234.56.',
  },
  too_many_digits: { de: 'Höchstens {scale} Nachkommastellen.', en: 'At most {scale} decimal places.' },
  minimum: { de: 'Mindestens {min}.', en: 'At least {min}.' },
  maximum: { de: 'Höchstens {max}.', en: 'At most {max}.' },
  boolean: { de: 'Bitte Ja oder Nein angeben.', en: 'Please enter yes or no.' },
  date: { de: 'Bitte ein Datum angeben, zum Beispiel 21.11.2026.', en: 'Please enter a date, for example 21/11/2026.' },
  time: { de: 'Bitte eine Uhrzeit angeben, zum Beispiel 14:30.', en: 'Please enter a time, for example 14:30.' },
  datetime: { de: 'Bitte Datum und Uhrzeit angeben.', en: 'Please enter date and time.' },
  future: { de: 'Bitte einen Zeitpunkt in der Zukunft angeben.', en: 'Please enter a time in the future.' },
  duration: { de: 'Bitte eine Dauer angeben, zum Beispiel 1:30.', en: 'Please enter a duration, for example 1:30.' },
  choice: { de: 'Bitte einen der angebotenen Werte wählen.', en: 'Please choose one of the offered values.' },
  circle: {
    de: 'Das ergäbe einen Kreis: Nichts kann in sich selbst liegen.',
    en: 'That would be a circle: nothing can lie within itself.',
  },
  reference: { de: 'Dieser Datensatz ist nicht (mehr) vorhanden.', en: 'This record does not exist (any more).' },
  email: { de: 'Bitte eine gültige E-Mail-Adresse angeben.', en: 'Please enter a valid e-mail address.' },
  iban: {
    de: 'Bitte eine gültige IBAN angeben: Die Prüfziffer oder die Länge stimmt nicht.',
    en: 'Please enter a valid IBAN: its check digits or its length are wrong.',
  },
  phone: { de: 'Bitte eine gültige Telefonnummer angeben.', en: 'Please enter a valid phone number.' },
  url: { de: 'Bitte eine Adresse mit https:// angeben.', en: 'Please enter an address with https://.' },
  networks: {
    de: 'Bitte Adressen oder Netze angeben, zum Beispiel 192.0.2.7 oder 10.0.0.0/8, eines je Zeile.',
    en: 'Please enter addresses or networks such as 192.0.2.7 or 10.0.0.0/8, one a line.',
  },
  colour: { de: 'Bitte eine Farbe wie #1a7f5a angeben.', en: 'Please enter a colour such as #1a7f5a.' },
  address: { de: 'Bitte eine vollständige Anschrift angeben.', en: 'Please enter a complete address.' },
  country: { de: 'Bitte ein Land wählen.', en: 'Please choose a country.' },
  postcode: { de: 'Diese Postleitzahl passt nicht zum Land.', en: 'This postcode does not fit the country.' },
  json: { de: 'Bitte gültige strukturierte Daten angeben.', en: 'Please enter valid structured data.' },
  lines: { de: 'Bitte eine Liste von Positionen angeben.', en: 'Please send a list of lines.' },
  list: { de: 'Bitte eine Liste angeben.', en: 'Please send a list.' },
  unknown_field: { de: 'Dieses Feld gibt es nicht.', en: 'There is no such field.' },
  read_only: { de: 'Dieses Feld wird vom System gesetzt.', en: 'This field is set by the system.' },
  by_transition: {
    de: 'Der Status ändert sich nur über die vorgesehenen Schritte.',
    en: 'The status changes by its steps only.',
  },
  not_permitted: { de: 'Dieses Feld dürfen Sie nicht ändern.', en: 'You may not change this field.' },
  unknown_permission: {
    de: 'Das gibt es nicht. Erwartet wird etwas wie „customers.update“, „*.read“ oder „tasks.transition.complete“.',
    en: 'There is no such thing. Expected is something like “customers.update”, “*.read” or “tasks.transition.complete”.',
  },
  unknown_scope: {
    de: 'Diesen Kreis von Datensätzen gibt es nicht. Möglich sind: {scopes}.',
    en: 'There is no such set of records. Possible are: {scopes}.',
  },
  share_exceeds: {
    de: 'Sie dürfen diesen Datensatz selbst nicht ändern und können das auch niemandem erlauben.',
    en: 'You may not change this record yourself, so you can not let anybody else change it.',
  },
  picture: {
    de: 'Bitte ein Bild auswählen (PNG, JPEG, WebP oder GIF).',
    en: 'Please choose a picture (PNG, JPEG, WebP or GIF).',
  },
  file_type: {
    de: 'Diese Art von Datei ist hier nicht möglich.',
    en: 'This type of file is not possible here.',
  },
  only_up: {
    de: 'Die nächste Nummer kann nur steigen, sonst würden Nummern doppelt vergeben.',
    en: 'The next number can only rise, otherwise numbers would be given out twice.',
  },
  series_in_use: {
    de: 'Aus diesem Nummernkreis sind schon Nummern vergeben.',
    en: 'Numbers of this series have been given out already.',
  },
  key_for_others: {
    de: 'Schlüssel für andere darf nur anlegen, wer auch deren Passwörter setzen darf.',
    en: 'Only those who may set the passwords of others may make keys for them.',
  },
  unique: { de: 'Das gibt es schon.', en: 'This exists already.' },
  overlap: {
    de: 'Dieser Zeitraum überschneidet sich mit einem anderen.',
    en: 'This period overlaps with another one.',
  },
  in_use: { de: 'Wird noch verwendet.', en: 'Still in use.' },
  check: { de: 'Dieser Wert verletzt eine Regel.', en: 'This value breaks a rule.' },
  duplicate_id: { de: 'Diese Position kommt doppelt vor.', en: 'This line occurs twice.' },
  line_unknown: {
    de: 'Diese Position gehört nicht zu diesem Datensatz.',
    en: 'This line does not belong to this record.',
  },
  password_short: {
    de: 'Mindestens {min} Zeichen. Ein kurzer Satz ist leichter zu merken als ein kurzes Kunstwort.',
    en: 'At least {min} characters. A short sentence is easier to remember than a short made-up word.',
  },
  password_common: {
    de: 'Dieses Passwort ist leicht zu erraten. Besser: drei oder vier Wörter, die nichts miteinander zu tun haben.',
    en: 'This password is easy to guess. Better: three or four words that have nothing to do with each other.',
  },
  password_personal: {
    de: 'Das besteht fast nur aus Ihrem Namen, Ihrer Adresse oder dem Namen der Firma. Bitte wählen Sie etwas anderes.',
    en: 'This is little more than your name, your address or the name of the company. Please choose something else.',
  },
  password_wrong: { de: 'Das ist nicht Ihr jetziges Passwort.', en: 'This is not your present password.' },
  password_same: {
    de: 'Das ist schon Ihr Passwort. Bitte wählen Sie ein anderes.',
    en: 'This is your password already. Please choose another one.',
  },
  signed_in_already: {
    de: 'Dieser Benutzer war schon angemeldet. Ein neues Passwort bekommt er über „Passwort vergessen?“ auf der Anmeldeseite.',
    en: 'This user has signed in before. They get a new password through “Forgot your password?” on the sign-in page.',
  },
  not_active: { de: 'Dieser Benutzer ist nicht aktiv.', en: 'This user is not active.' },
  nothing_to_erase: {
    de: 'Zu diesem Eintrag gibt es keinen Datensatz mit Inhalten, die noch zu löschen wären.',
    en: 'There is no record to this entry with contents that could still be erased.',
  },
  already_sent: { de: 'Diese E-Mail ist schon gesendet.', en: 'This e-mail has been sent already.' },
  no_appointment: {
    de: 'Dieser Eintrag hat keinen Termin, der mitgehen könnte.',
    en: 'This record has no date that could go along.',
  },
  not_invited: {
    de: 'Zu diesem Termin ist noch niemand eingeladen worden.',
    en: 'Nobody has been invited to this appointment yet.',
  },
  came_in: { de: 'Diese E-Mail ist empfangen, nicht gesendet.', en: 'This e-mail was received, not sent.' },
  cancelled_already: { de: 'Diese E-Mail ist zurückgezogen.', en: 'This e-mail has been withdrawn.' },
  being_sent: {
    de: 'Diese E-Mail wird gerade gesendet oder ist schon unterwegs.',
    en: 'This e-mail is being sent or has left already.',
  },
  host: {
    de: 'Bitte den Namen oder die Adresse eines Mailservers angeben, zum Beispiel mail.example.de.',
    en: 'Please enter the name or address of a mail server, for example mail.example.de.',
  },
  domain: { de: 'Bitte etwas wie example.de angeben.', en: 'Please enter something like example.de.' },
  unencrypted: {
    de: 'Ohne Verschlüsselung geht es nur zu einem Mailserver auf diesem Rechner.',
    en: 'Without encryption only a mail server on this machine can be used.',
  },
  private_key: {
    de: 'Das ist kein privater Schlüssel (PEM, RSA, ohne Passwort).',
    en: 'This is no private key (PEM, RSA, without a password).',
  },
  not_mailable: {
    de: 'Dazu kann man keine E-Mails senden. Möglich sind: {names}.',
    en: 'No e-mails can be sent about this. Possible are: {names}.',
  },
  not_printable: {
    de: 'Dazu werden keine Dokumente geschrieben. Möglich ist: {names}.',
    en: 'No documents are written about these. Possible: {names}.',
  },
  template_mistake: { de: 'Zeile {line}: nicht lesbar ({what}).', en: 'Line {line}: can not be read ({what}).' },
  template_unclosed: {
    de: 'Zeile {line}: „{what}“ wird nicht geschlossen.',
    en: 'Line {line}: “{what}” is not closed.',
  },
  template_tag: {
    de: 'Zeile {line}: die Anweisung „{what}“ gibt es nicht.',
    en: 'Line {line}: there is no tag “{what}”.',
  },
  template_filter: {
    de: 'Zeile {line}: den Filter „{what}“ gibt es nicht.',
    en: 'Line {line}: there is no filter “{what}”.',
  },
  template_columns: {
    de: 'Diese Spalten gibt es in der Tabelle nicht: {names}. Es gibt zum Beispiel {examples}.',
    en: 'The table has no such columns: {names}. There are for example {examples}.',
  },
  template_no_rows: {
    de: '„{name}“ ist keine Tabelle.',
    en: '“{name}” is no table.',
  },
  template_unknown: {
    de: 'Diese Platzhalter gibt es hier nicht: {names}. Möglich sind zum Beispiel: {examples}.',
    en: 'There are no such placeholders here: {names}. Possible are, for example: {examples}.',
  },
  template_hidden: {
    de: 'Die Vorlage verwendet Angaben, die Sie nicht sehen dürfen: {names}.',
    en: 'The template uses values that you may not see: {names}.',
  },
  template_failed: {
    de: 'Die Vorlage lässt sich nicht ausfüllen: {what}',
    en: 'The template can not be filled in: {what}',
  },
  template_other: {
    de: 'Diese Vorlage ist für etwas anderes gedacht.',
    en: 'This template is meant for something else.',
  },
  rule_resource: {
    de: 'Dafür gibt es keine Regeln, oder Sie dürfen es nicht sehen.',
    en: 'There are no rules for this, or you may not see it.',
  },
  rule_date: {
    de: 'Das ist hier kein Datum. Möglich sind: {names}.',
    en: 'This is no date here. Possible are: {names}.',
  },
  rule_no_steps: { de: 'Hier gibt es keinen Status mit Schritten.', en: 'There is no status with steps here.' },
  rule_state: {
    de: 'Diesen Status gibt es hier nicht. Möglich sind: {names}.',
    en: 'There is no such status here. Possible are: {names}.',
  },
  rule_filter: {
    de: 'Diese Bedingungen gehen hier nicht: {names}.',
    en: 'These conditions are not possible here: {names}.',
  },
  rule_recipient: {
    de: 'Bitte wählen Sie, wer gemeint ist. Möglich sind: {names}.',
    en: 'Please choose who is meant. Possible are: {names}.',
  },
  rule_step: {
    de: 'Diesen Schritt gibt es hier nicht. Möglich sind: {names}.',
    en: 'There is no such step here. Possible are: {names}.',
  },
  rule_exceeds: {
    de: 'Das dürfen Sie selbst nicht, also auch Ihre Regel nicht.',
    en: 'You may not do this yourself, so your rule may not either.',
  },
  recipients: {
    de: 'Bitte mindestens einen Empfänger unter „An“ angeben.',
    en: 'Please enter at least one recipient under “To”.',
  },
  infected: {
    de: 'Der Virenscanner hat in dieser Datei etwas gefunden ({name}). Sie wurde nicht gespeichert.',
    en: 'The virus scanner has found something in this file ({name}). It was not stored.',
  },
  attachment_gone: {
    de: 'Einer der Anhänge ist nicht mehr da, oder Sie dürfen ihn nicht sehen.',
    en: 'One of the attachments is not there any more, or you may not see it.',
  },
  attachments_heavy: {
    de: 'Die Anhänge sind zusammen {size} groß; höchstens {max} nimmt fast jeder Empfänger an.',
    en: 'The attachments are {size} together; nearly every recipient accepts at most {max}.',
  },
  most_attachments: { de: 'Höchstens {max} Anhänge.', en: 'At most {max} attachments.' },
  most_recipients: { de: 'Höchstens {max} Empfänger.', en: 'At most {max} recipients.' },
  recipient_alone: {
    de: 'Diese E-Mail enthält einen persönlichen Link und kann nur an eine Person gehen, nicht an {count}.',
    en: 'This mail carries a personal link and can go to one person only, not to {count}.',
  },
  recipient_twice: { de: '{email} steht doppelt da.', en: '{email} is there twice.' },
  recipient_wrong: {
    de: '„{email}“ ist keine gültige E-Mail-Adresse.',
    en: '“{email}” is no valid e-mail address.',
  },
  link_expired: {
    de: 'Der Link in dieser E-Mail gilt nicht mehr.',
    en: 'The link in this e-mail is no longer valid.',
  },
  code: { de: 'Dieser Code stimmt nicht.', en: 'This code is not right.' },
  wrong_password: { de: 'Dieses Passwort stimmt nicht.', en: 'This password is not right.' },
  code_expired: {
    de: 'Das hat zu lange gedauert. Bitte beginnen Sie noch einmal.',
    en: 'That took too long. Please start again.',
  },
  passkey: { de: 'Dieser Passkey wurde nicht angenommen.', en: 'This passkey was not accepted.' },
  last_factor: {
    de: 'Ihre Rolle verlangt einen zweiten Faktor. Bitte richten Sie zuerst einen anderen ein.',
    en: 'Your role requires a second factor. Please set up another one first.',
  },
  no_factor_yet: {
    de: 'Bitte richten Sie zuerst eine Authenticator-App oder einen Passkey ein.',
    en: 'Please set up an authenticator app or a passkey first.',
  },
  transition_requires: { de: 'Für „{action}“ wird dieses Feld benötigt.', en: '“{action}” needs this field.' },
  unknown_filter: { de: 'Danach kann nicht gefiltert werden.', en: 'There is no such filter.' },
  unknown_sort: { de: 'Danach kann nicht sortiert werden.', en: 'There is no such sort order.' },
  no_match: { de: 'Dazu gibt es keinen Datensatz.', en: 'There is no record like this.' },
  several_matches: { de: 'Das trifft auf mehrere Datensätze zu.', en: 'This fits several records.' },
  twice_in_file: { de: 'Steht schon in Zeile {row} der Datei.', en: 'Occurs in row {row} of the file already.' },
  file_unreadable: {
    de: 'Die Datei ist nicht lesbar. Bitte als CSV oder als Excel-Arbeitsmappe (.xlsx) speichern.',
    en: 'The file can not be read. Please save it as CSV or as an Excel workbook (.xlsx).',
  },
  file_empty: { de: 'Die Datei enthält keine Zeilen.', en: 'The file has no rows.' },
  file_rows: { de: 'Die Datei hat mehr als {max} Zeilen.', en: 'The file has more than {max} rows.' },
  unknown_column: { de: 'Diese Spalte gibt es in der Datei nicht.', en: 'The file has no such column.' },
  mapped_twice: {
    de: 'Mehrere Spalten sollen dasselbe Feld füllen.',
    en: 'Several columns are to fill the same field.',
  },
  key_not_mapped: {
    de: 'Zum Erkennen vorhandener Datensätze fehlt die Spalte dieses Feldes.',
    en: 'The column of this field is needed to recognise existing records.',
  },
} as const satisfies Record<string, { de: string; en: string }>;

export type MessageKey = keyof typeof texts;

/** A message that is not yet put into words: `kontor:key:{"min":3}`. Validators carry these, the edge translates them. */
export function message(key: MessageKey, parameters?: Record<string, string | number>): string {
  return parameters ? `kontor:${key}:${JSON.stringify(parameters)}` : `kontor:${key}`;
}

/** Puts a message into words; text that is no message passes unchanged. */
export function translate(text: string, locale: Locale): string {
  const match = /^kontor:(\w+)(?::(.*))?$/s.exec(text);
  if (!match) return text;
  const template = texts[match[1] as MessageKey]?.[locale] ?? texts.invalid[locale];
  const parameters = match[2] ? (JSON.parse(match[2]) as Record<string, unknown>) : {};
  return template.replace(/\{(\w+)\}/g, (_, name) => String(parameters[name] ?? ''));
}
