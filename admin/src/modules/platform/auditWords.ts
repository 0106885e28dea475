export const words = {
  title: { de: 'Protokoll prüfen', en: 'Verify audit trail' },
  running: { de: 'Einträge werden geprüft …', en: 'Checking entries …' },
  whole: { de: 'Das Protokoll ist unverändert und vollständig.', en: 'The audit trail is unchanged and complete.' },
  broken: { de: 'Erster Fehler:', en: 'First fault:' },
  places: { de: 'Stellen betroffen.', en: 'places affected.' },
  checked: { de: 'Geprüfte Einträge', en: 'Checked entries' },
  erased: { de: 'davon mit gelöschtem Inhalt', en: 'of these with erased content' },
  waiting: { de: 'Noch ohne Siegel', en: 'Not sealed yet' },
  heads: { de: 'Verglichene Kettenenden', en: 'Compared chain heads' },
  head: { de: 'Kettenende:', en: 'Chain head:' },
  export: { de: 'Prüfbar exportieren', en: 'Export for verification' },
  close: { de: 'Schließen', en: 'Close' },
};

export const faults = {
  content: { de: 'Der Inhalt wurde verändert.', en: 'The content was changed.' },
  chain: { de: 'Der Eintrag wurde verändert oder verschoben.', en: 'The entry was changed or moved.' },
  moved: { de: 'Der Eintrag wurde verschoben.', en: 'The entry was moved.' },
  missing: { de: 'Der Eintrag wurde entfernt.', en: 'The entry was removed.' },
  seal_missing: { de: 'Das Siegel wurde entfernt.', en: 'The seal was removed.' },
  inserted: { de: 'Der Eintrag wurde nachträglich eingefügt.', en: 'The entry was inserted later.' },
  erased: { de: 'Der Inhalt fehlt ohne begründete Löschung.', en: 'The content is gone without a stated reason.' },
  cut_off: { de: 'Das Ende des Protokolls fehlt.', en: 'The end of the trail is missing.' },
  rewritten: { de: 'Die Kette wurde neu geschrieben.', en: 'The chain was rewritten.' },
};
