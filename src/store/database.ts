import { mkdirSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import knex, { type Knex } from 'knex';
import { projectRoot } from '../project-root.ts';
import { migrations } from './migrations.ts';

/** How long a write waits for another process's, milliseconds. */
const BUSY_TIMEOUT_MS = 10_000;
/** Marks the file as ours (SQLite's header, bytes 68–71): "conv" in ASCII. */
const APPLICATION_ID = 0x63_6f_6e_76;

/**
 * Opens the database of a URL `sqlite:PATH` (from the project's folder, `sqlite::memory:` for one that is gone with the process) and brings its
 * tables up to date.
 * @throws Error in one sentence for whoever runs the tutor
 */
export async function openDatabase(url: string): Promise<Knex> {
  const file = /^sqlite:(.+)$/.exec(url)?.[1];
  if (file === undefined)
    throw new Error(`DATABASE_URL must begin with sqlite: (for example sqlite:data/tutor.sqlite), not ${url.split(':')[0]}:`);
  const path = file === ':memory:' || isAbsolute(file) ? file : join(projectRoot, file);
  const database = knex({
    client: 'sqlite3',
    connection: { filename: path },
    useNullAsDefault: true,
    // SQLite writes one at a time anyway, and transactions must not meet on one connection
    pool: { min: 1, max: 1, afterCreate: prepareConnection },
    migrations: { migrationSource: migrations, tableName: 'migrations' },
    // what goes wrong is thrown; standard output belongs to the terminal's protocol
    log: { warn() {}, error() {}, deprecate() {}, debug() {} },
  });
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    await migrate(database);
    return database;
  } catch (error) {
    await database.destroy();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The database ${path} cannot be used (${reason}). Name another file in DATABASE_URL, or move this one away.`, {
      cause: error,
    });
  }
}

/**
 * One transaction around all migrations and the migrator's own lock: a process that is killed in the middle leaves nothing behind, and of two that
 * start at once the second one waits.
 */
async function migrate(database: Knex): Promise<void> {
  await database.transaction(async (work) => {
    // a write first: SQLite lets a transaction wait for others only at its first write, and only if it has read nothing before
    await work.raw(`PRAGMA application_id = ${APPLICATION_ID}`);
    await work.migrate.latest();
  });
}

interface RawConnection {
  exec(sql: string, done: (error: Error | null) => void): void;
}

function prepareConnection(connection: RawConnection, done: (error: Error | null, connection: RawConnection) => void): void {
  // WAL with NORMAL: a killed process loses nothing that was committed
  const sql = `PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}; PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL;`;
  connection.exec(sql, (error) => done(error, connection));
}
