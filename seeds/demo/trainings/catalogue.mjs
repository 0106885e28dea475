/**
 * The catalogue: name; brand (n: NeWoa, b: Yellow-Boat, c: copilotenschule.de); subject area; formats (p: classroom, o: online,
 * h: hybrid); places; price per participant and per in-house training in euros; required qualifications; what marks it
 * (exam, exempt, old: exempt by the old wording, draft, retired, boat: needs a boat, kit: needs notebooks); topics, one per day.
 */
export const catalogue = `
Sportbootführerschein See: Theorie|b|boating|po|16|390|4200|sbf|exam|Schifffahrtsrecht und Lichterführung;Navigation und Seekarte;Wetterkunde und Seemannschaft;Prüfungsfragen und Probeprüfung
Sportbootführerschein See: Praxis|b|boating|p|6|320|1900|sbf|exam boat|Manöver unter Motor und Prüfungsfahrt
Sportbootführerschein Binnen unter Motor|b|boating|po|16|340|3600|sbf|exam|Verkehrsregeln auf Binnenschifffahrtsstraßen;Schleusen, Knoten und Probeprüfung
Sportküstenschifferschein (SKS): Theorie|b|boating|po|14|490|5200|segel|exam|Terrestrische Navigation;Gezeiten und Strom;Wetter und Seerecht;Seemannschaft und Probeklausur
Sportküstenschifferschein (SKS): Törn|b|boating|p|6|890|5200|segel sbf|exam boat|An Bord, Sicherheit und Ablegen;Segelmanöver und Reffen;Mensch über Bord unter Segeln;Nachtfahrt und Prüfungstag
Funkzeugnis SRC|b|boating|po|12|260|2400|funk|exam kit|Seefunk, Notverkehr und Sprechtafeln;Gerätebedienung am DSC-Simulator
Funkzeugnis UBI|b|boating|po|12|180|1700|funk|exam|Binnenfunk und Prüfungsfragen
Pyroschein (FKN)|b|safety|p|12|140|1350|pyro|exam|Seenotsignalmittel sicher handhaben
Sicherheitstraining an Bord|b|safety|p|10|280|2600|segel rettung|boat|Rettungsinsel, Westen und Feuer;Mensch über Bord und Leckabwehr
Segeln für Einsteiger|b|boating|p|8|420|2900|segel|boat|Bootskunde und erste Schläge;Wenden, Halsen, Anlegen
Hafenmanöver unter Motor|b|boating|p|6|240|1400|sbf|boat|An- und Ablegen, Eindampfen, Drehen auf engem Raum
Radar- und AIS-Praxis|b|boating|po|10|290|2500|funk|kit|Radarbild lesen, Kollisionen vermeiden
Teamtag auf dem Wasser|b|communication|p|20|180|3200|segel rettung|boat|Gemeinsam an Bord: Rollen, Kommandos, Rückblick
Erste Hilfe auf See|b|safety|p|14|160|1900|ersthilfe||Medizinische Notfälle weitab vom Land
KI im Büro: Grundkurs|c|ai|poh|14|390|3200|ki|exempt kit|Was Sprachmodelle können;Prompts für den Alltag
Microsoft 365 Copilot: Einstieg|c|ai|poh|16|420|3400|mct|exempt kit|Copilot in Word, Outlook und Teams
Microsoft 365 Copilot: Aufbau|c|ai|poh|14|590|4400|mct|exempt kit|Eigene Vorlagen und Prompts im Team;Agenten mit Copilot Studio
Copilot in Excel: Daten auswerten|c|ai|po|12|440|3500|mct|exempt kit|Formeln, Auswertungen und Diagramme mit Copilot
Prompten wie ein Profi|c|ai|o|24|190|2100|ki|exempt|Rollen, Beispiele, Schrittfolgen
KI-Assistenten selbst bauen|c|ai|poh|12|690|5200|ki mct|exempt kit|Wissen aufbereiten;Assistent bauen und testen;Einführen und betreiben
EU AI Act: Pflichten für Anwender|c|ai|oh|30|240|2600|daten ki|exempt|Rollen, Risikoklassen und KI-Kompetenz nach Artikel 4
Datenschutz bei KI-Werkzeugen|c|ai|oh|30|260|2700|daten|exempt|Auftragsverarbeitung, Rechtsgrundlagen, Betriebsvereinbarung
KI für Führungskräfte|c|ai|poh|12|590|4200|ki coach|exempt|Chancen, Risiken und der eigene Fahrplan
KI im Marketing|c|ai|po|14|490|3800|ki|exempt kit|Texte und Bilder;Kampagnen planen und prüfen
KI im Kundendienst|c|ai|po|14|460|3700|ki|kit|Antworten vorbereiten, Wissen pflegen, Grenzen kennen
GitHub Copilot für Entwicklerteams|c|ai|oh|12|720|5400|mct ki|draft kit|Vom Vorschlag zum geprüften Code;Tests, Refactoring und Sicherheit
Vom Kollegen zur Führungskraft|n|leadership|poh|12|1190|6400|coach|exempt|Rollenwechsel und Erwartungen;Gespräche führen;Delegieren und Feedback
Führen auf Distanz|n|leadership|oh|14|490|3900|coach|exempt|Vertrauen, Takt und Ergebnisse;Hybride Besprechungen leiten
Mitarbeitergespräche sicher führen|n|leadership|poh|12|590|4200|coach|exempt|Zielgespräche und Kritik;Übungen an eigenen Fällen
Konflikte im Team lösen|n|leadership|ph|12|690|4600|mediator coach|exempt|Konflikte erkennen und ansprechen;Moderation und Vereinbarung
Veränderung begleiten|n|leadership|ph|14|720|4800|coach|exempt|Phasen der Veränderung;Widerstand nutzen, Beteiligung planen
Gesund führen|n|leadership|poh|16|390|3300|coach|exempt|Belastung erkennen, Ressourcen stärken
Projektleitung kompakt|n|leadership|poh|14|890|5600||old retired|Auftrag und Planung;Steuerung, Risiken und Abschluss
Verkaufsgespräche führen|n|sales|poh|12|690|4700|verkauf||Bedarf klären und Nutzen zeigen;Einwände und Abschluss
Telefonakquise ohne Angst|n|sales|po|10|420|3400|verkauf||Einstieg, Nutzen, Termin
Preisverhandlungen sicher führen|n|sales|ph|12|640|4500|verkauf||Vorbereitung und Taktik;Übungen mit Videoanalyse
Key-Account-Management|n|sales|ph|12|990|5900|verkauf||Kunden auswählen und verstehen;Pläne und Beziehungen entwickeln
Präsentieren, dass es hängen bleibt|n|communication|poh|10|590|4300|coach|exempt|Aufbau und Bildsprache;Auftritt mit Kamera
Moderation von Besprechungen|n|communication|poh|12|440|3600|mediator||Ziele, Regeln und Werkzeuge
Beschwerden als Chance|n|communication|poh|14|390|3400|verkauf||Zuhören, klären, lösen
`
  .trim()
  .split('\n')
  .map((line) => {
    const [name, brand, area, formats, places, price, inHouse, qualifications, marks, topics] = line.split('|');
    return {
      name,
      brand,
      area,
      formats: Object.entries({ o: 'online', p: 'classroom', h: 'hybrid' }).flatMap(([letter, format]) =>
        formats.includes(letter) ? [format] : [],
      ),
      places: Number(places),
      price: Number(price),
      inHouse: Number(inHouse),
      qualifications: qualifications.split(' ').filter(Boolean),
      marks: new Set(marks.split(' ').filter(Boolean)),
      topics: topics.split(';'),
    };
  });

/** What somebody must be able to do, by the word that the catalogue uses for it. */
export const qualifications = {
  segel: ['Segellehrer (VDS)', 'Lizenz des Verbands Deutscher Sportbootschulen, alle vier Jahre zu verlängern'],
  sbf: [
    'Ausbilder Sportbootführerschein',
    'Sportbootführerschein See und Binnen, mindestens drei Jahre Ausbildungspraxis',
  ],
  funk: ['Ausbilder Funk (SRC, UBI)', 'Funkzeugnisse und Einweisung in die Simulatoren'],
  pyro: ['Sachkunde Seenotsignalmittel', 'Fachkundenachweis nach § 1 Absatz 3 der 1. SprengV'],
  rettung: ['Rettungsschwimmer Silber', 'Nicht älter als zwei Jahre'],
  ersthilfe: ['Ausbilder Erste Hilfe', 'Anerkannt nach DGUV Grundsatz 304-001, alle drei Jahre Fortbildung'],
  mct: ['Microsoft Certified Trainer', 'Jährlich zu erneuern'],
  ki: ['KI-Trainer', 'Hospitation und Lehrprobe bei copilotenschule.de'],
  daten: ['Datenschutzbeauftragter', 'Zertifikat einer benannten Stelle'],
  coach: ['Systemischer Coach', 'Anerkannte Ausbildung mit mindestens 150 Stunden'],
  verkauf: ['Verkaufstrainer', 'Mindestens fünf Jahre Vertrieb, Trainerausbildung'],
  mediator: ['Zertifizierter Mediator', 'Nach der ZMediatAusbV'],
};

/** What is talked about on a day, by subject area. */
export const contents = {
  boating: 'Kurze Theorie, dann Üben in Gruppen. Fragen aus der amtlichen Sammlung zum Abschluss.',
  safety: 'Vorführen, selbst anwenden, Rückblick. Alle ziehen die Weste einmal selbst an.',
  ai: 'Beispiele aus dem eigenen Arbeitsalltag, Übungen am Rechner, Grenzen und Datenschutz.',
  leadership: 'Kurze Impulse, Fallarbeit in kleinen Gruppen, Transfer in die nächste Arbeitswoche.',
  sales: 'Gesprächsübungen mit Beobachtungsbogen, Rückmeldung in der Gruppe.',
  communication: 'Übungen in Dreiergruppen, Videoaufnahmen auf Wunsch, persönliche Rückmeldung.',
};
