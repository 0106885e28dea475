/** Words that heads of other programs use for the same thing, folded (`fold`) and without signs. */
const groups: readonly (readonly string[])[] = [
  ['name', 'firma', 'firmenname', 'kunde', 'kundenname', 'company', 'companyname', 'organisation', 'bezeichnung', 'titel'],
  ['nachname', 'familienname', 'lastname', 'surname', 'familyname'],
  ['vorname', 'rufname', 'firstname', 'givenname', 'forename'],
  ['anrede', 'salutation'],
  ['email', 'mail', 'emailadresse', 'mailadresse', 'emailaddress', 'epost'],
  ['telefon', 'tel', 'telefonnummer', 'telefonnr', 'telnr', 'fon', 'phone', 'phonenumber', 'telephone', 'festnetz', 'rufnummer'],
  ['mobil', 'handy', 'mobiltelefon', 'mobilnummer', 'handynummer', 'mobile', 'cell', 'cellphone', 'mobilephone'],
  ['internetseite', 'website', 'webseite', 'homepage', 'web', 'url', 'www', 'internet'],
  ['strasseundnr', 'strasse', 'str', 'strassenr', 'strassehausnummer', 'strasseundhausnummer', 'street', 'address', 'adresse', 'addressline1', 'anschrift'],
  ['zusatz', 'adresszusatz', 'addressline2', 'extra'],
  ['plz', 'postleitzahl', 'zip', 'zipcode', 'postcode', 'postalcode'],
  ['ort', 'stadt', 'wohnort', 'city', 'town'],
  ['land', 'country', 'landeskennzeichen', 'countrycode'],
  ['ustidnr', 'ustid', 'umsatzsteuerid', 'umsatzsteueridentifikationsnummer', 'vatid', 'vatnumber', 'uid', 'uidnummer'],
  ['kundennummer', 'kundennr', 'kdnr', 'debitor', 'debitorennummer', 'customernumber', 'customerno', 'customerid', 'number'],
  ['zahlungsziel', 'zahlungszieltage', 'paymentterm', 'paymenttermdays', 'paymentdays', 'nettotage'],
  ['branche', 'industry', 'sector'],
  ['bemerkungen', 'bemerkung', 'notiz', 'notizen', 'anmerkung', 'anmerkungen', 'kommentar', 'remarks', 'remark', 'notes', 'comment'],
  ['beschreibung', 'description', 'details'],
  ['funktion', 'position', 'jobtitle', 'rolle', 'stelle'],
  ['abteilung', 'department'],
  ['geburtstag', 'geburtsdatum', 'birthday', 'dateofbirth', 'birthdate'],
  ['sprache', 'language'],
  ['betreuung', 'betreuer', 'kundenbetreuer', 'accountmanager', 'owner', 'ansprechpartnerintern'],
  ['faelligam', 'falligam', 'faellig', 'fallig', 'termin', 'deadline', 'dueon', 'duedate', 'due'],
  ['zustandig', 'zustaendig', 'bearbeiter', 'verantwortlich', 'assignee', 'assignedto'],
  ['schlagworter', 'schlagwort', 'tags', 'tag', 'stichworte', 'keywords', 'label', 'labels'],
  ['marke', 'marken', 'brand', 'brands'],
];

const groupOf = new Map(groups.flatMap((group, i) => group.map((word) => [word, i] as const)));

/** Do two words mean the same in the heads of customer lists and the like? */
export const synonymous = (a: string, b: string): boolean => {
  const group = groupOf.get(a);
  return group !== undefined && group === groupOf.get(b);
};
