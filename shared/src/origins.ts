/** Ways in which something can come about, as trail and history name them. */
export const origins = {
  api: { de: 'Oberfläche oder API', en: 'Interface or API' },
  bulk: { de: 'Mehrfachänderung', en: 'Bulk change' },
  import: { de: 'Import', en: 'Import' },
  job: { de: 'Hintergrundaufgabe', en: 'Background job' },
  command: { de: 'Befehl auf dem Server', en: 'Command on the server' },
  oidc: { de: 'Anmeldedienst', en: 'Sign-in service' },
} as const;

export type Origin = keyof typeof origins;
