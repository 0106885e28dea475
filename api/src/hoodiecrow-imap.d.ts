/** The part of hoodiecrow-imap that tests use; the package brings no types. */
declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  interface Folder {
    messages: { uid: number; raw: string; flags: string[] }[];
    uidvalidity: number;
  }
  interface ImapServer {
    readonly server: Server;
    listen(port: number, host: string, ready: () => void): void;
    close(done: () => void): void;
    appendMessage(folder: string, flags: string[], date: Date, raw: string): void;
    getMailbox(folder: string): Folder;
  }
  export default function hoodiecrow(options: {
    readonly plugins?: readonly string[];
    readonly users?: Readonly<Record<string, { readonly password: string }>>;
    readonly storage?: Readonly<Record<string, unknown>>;
  }): ImapServer;
}
