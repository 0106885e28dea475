import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Rates } from './http/limits.ts';
import { readS3, type S3Config } from './services/content/s3_config.ts';
import { type MailConfig, readAddresses, readMail } from './services/mail/transport.ts';
import { type OpenIdProvider, readProviders } from './services/openid/providers.ts';
import { readScanner, type ScannerAddress } from './services/scanner.ts';

/** The folder of the installation, wherever this file was compiled to. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Everything that can be configured; `docs/configuration.md` describes each variable. */
export interface Config {
  /** Server to use instead of the embedded one. */
  readonly databaseUrl: string | undefined;
  /** Identity that migrates, when it differs from the one that runs. */
  readonly databaseOwnerUrl: string | undefined;
  readonly port: number;
  readonly host: string;
  /** Folder for the embedded database, uploaded files and keys. */
  readonly home: string;
  readonly production: boolean;
  readonly logLevel: string;
  /** Time zone of the installation: "today", months, deadlines. */
  readonly timeZone: string;
  /** Address under which people reach Kontor, for links and CORS. */
  readonly publicUrl: string | undefined;
  /** Through whom people can sign in, besides by password. */
  readonly openIdProviders: readonly OpenIdProvider[];
  /** Demo company on an empty database. */
  readonly demo: boolean;
  /** Days after which a device that is not used is signed out. */
  readonly sessionIdleDays: number;
  /** Days after which a device is signed out in any case. */
  readonly sessionDays: number;
  /** Seconds for which a proof of identity, or a sign-in, counts before dangerous actions. */
  readonly proofSeconds: number;
  /** How mail leaves the house; without it messages wait in the outbox. */
  readonly mail: MailConfig | undefined;
  /** Who gets the head of the audit trail by mail every day. */
  readonly auditMail: readonly string[];
  /** Redis that counts requests and failures instead of PostgreSQL. */
  readonly redisUrl: string | undefined;
  /** Bytes that an uploaded file may have. */
  readonly fileLimit: number;
  /** Where uploaded content lies instead of the local disk. */
  readonly s3: S3Config | undefined;
  /** Looks at uploaded files for viruses. */
  readonly scanner: ScannerAddress | undefined;
  /** Requests a minute. */
  readonly rates: Rates;
  /** Does this process run background jobs itself? */
  readonly worker: boolean;
  /** Connections to the database. */
  readonly poolSize: number;
  /** Package with the PostgreSQL binaries of the embedded server. */
  readonly binaries: string | undefined;
}

/** A size in megabytes as bytes; sizes of files are stored as integers of 32 bits. */
function megabytes(count: number): number {
  if (count < 1 || count > 2047) throw new Error(`KONTOR_FILE_LIMIT must be 1 to 2047 megabytes, not ${count}.`);
  return count * 1024 * 1024;
}

/** Reads the configuration from environment variables. Throws a sentence for a value that can not be used. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const number = (name: string, fallback: number) => {
    const text = env[name];
    if (text === undefined || text === '') return fallback;
    const value = Number(text);
    if (!Number.isInteger(value) || value < 0) throw new Error(`${name} must be a whole number, not "${text}".`);
    return value;
  };
  const timeZone = env.KONTOR_TIME_ZONE || 'Europe/Berlin';
  try {
    new Intl.DateTimeFormat('de', { timeZone });
  } catch {
    throw new Error(`KONTOR_TIME_ZONE names no time zone: "${timeZone}".`);
  }
  const mail = readMail(env.KONTOR_SMTP_URL, env.KONTOR_MAIL_FROM);
  const auditMail = readAddresses('KONTOR_AUDIT_MAIL', env.KONTOR_AUDIT_MAIL);
  if (auditMail.length && !mail) throw new Error('KONTOR_AUDIT_MAIL needs a mail server: KONTOR_SMTP_URL.');
  return {
    databaseUrl: env.DATABASE_URL || undefined,
    databaseOwnerUrl: env.DATABASE_OWNER_URL || undefined,
    port: number('PORT', 3000),
    host: env.HOST || '127.0.0.1',
    home: env.KONTOR_HOME || join(root, '.kontor'),
    production: env.NODE_ENV === 'production',
    logLevel: env.LOG_LEVEL || 'info',
    timeZone,
    publicUrl: env.PUBLIC_URL || undefined,
    openIdProviders: readProviders(env.KONTOR_OIDC_PROVIDERS),
    demo: env.KONTOR_DEMO !== 'false',
    sessionIdleDays: number('KONTOR_SESSION_IDLE_DAYS', 30),
    sessionDays: number('KONTOR_SESSION_DAYS', 90),
    proofSeconds: number('KONTOR_PROOF_SECONDS', 600),
    mail,
    auditMail,
    redisUrl: env.KONTOR_REDIS_URL || undefined,
    fileLimit: megabytes(number('KONTOR_FILE_LIMIT', 100)),
    s3: readS3(env.KONTOR_S3_URL),
    scanner: readScanner(env.KONTOR_CLAMD),
    rates: {
      signIn: number('KONTOR_RATE_SIGN_IN', 60),
      refresh: number('KONTOR_RATE_REFRESH', 600),
      read: number('KONTOR_RATE_READ', 6000),
      write: number('KONTOR_RATE_WRITE', 1200),
      heavy: number('KONTOR_RATE_HEAVY', 300),
    },
    worker: env.KONTOR_WORKER !== 'off',
    poolSize: number('DATABASE_POOL', 10),
    binaries: env.KONTOR_POSTGRES_PACKAGE || undefined,
  };
}
