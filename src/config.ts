import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { BACKEND_CHOICES } from './network/backends/choice.ts';
import { projectRoot } from './project-root.ts';

const MIB = 1024 * 1024;

/** An empty variable in `.env` means the same as none. */
const optional = z.preprocess((value) => (value === '' ? undefined : value), z.string().trim().optional());
const address = (fallback: string) => z.preprocess((value) => (value === '' ? undefined : value), z.url().default(fallback));
const whole = (min: number, max: number, fallback: number) =>
  z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().int().min(min).max(max).default(fallback));

const Environment = z.object({
  PORT: whole(0, 65_535, 8080),
  HOST: z.preprocess((value) => (value === '' ? undefined : value), z.string().default('127.0.0.1')),
  DISCORD_TOKEN: optional,
  DISCORD_GUILD: optional,
  DISCORD_API: address('https://discord.com/api'),
  TELEGRAM_TOKEN: optional,
  TELEGRAM_API: address('https://api.telegram.org'),
  DATABASE_URL: z.preprocess((value) => (value === '' ? undefined : value), z.string().default('sqlite:data/tutor.sqlite')),
  TUTOR_NETWORKS: z.preprocess((value) => (value === '' ? undefined : value), z.string().default('data/networks')),
  TUTOR_WORKERS: whole(1, 64, Math.min(4, Math.max(2, availableParallelism() - 1))),
  TUTOR_WORKER_MEMORY_MB: whole(256, 65_536, 1536),
  TUTOR_BACKEND: z.preprocess((value) => (value === '' ? undefined : value), z.enum(BACKEND_CHOICES).default('auto')),
  TUTOR_TIME_ZONE: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.string().default(Intl.DateTimeFormat().resolvedOptions().timeZone),
  ),
  LOG_LEVEL: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  ),
});

export type Config = ReturnType<typeof readConfig>;

/**
 * The only reader of the environment: variables, then `.env` in the project's folder for what they do not set.
 * @throws Error in one sentence that names the variable
 */
export function readConfig(environment: NodeJS.ProcessEnv = loadEnvironment()) {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new Error(`${issue.path.join('.')} in the environment or .env: ${issue.message}`);
  }
  const values = parsed.data;
  return {
    port: values.PORT,
    host: values.HOST,
    discord:
      values.DISCORD_TOKEN === undefined
        ? undefined
        : { token: values.DISCORD_TOKEN, api: values.DISCORD_API, guild: values.DISCORD_GUILD },
    telegram: values.TELEGRAM_TOKEN === undefined ? undefined : { token: values.TELEGRAM_TOKEN, api: values.TELEGRAM_API },
    databaseUrl: values.DATABASE_URL,
    networks: resolve(projectRoot, values.TUTOR_NETWORKS),
    workers: values.TUTOR_WORKERS,
    maxWorkerBytes: values.TUTOR_WORKER_MEMORY_MB * MIB,
    backend: values.TUTOR_BACKEND,
    timeZone: values.TUTOR_TIME_ZONE,
    logLevel: values.LOG_LEVEL,
  };
}

/**
 * The environment of worker processes: this one's, and what makes glibc (other systems ignore it) keep the memory of a large picture for the next
 * one. To be given new memory for 12 megapixels takes the system up to a third of the time that decoding them takes.
 */
export function workerEnvironment(): NodeJS.ProcessEnv {
  return { MALLOC_MMAP_THRESHOLD_: String(256 * MIB), MALLOC_TRIM_THRESHOLD_: String(512 * MIB), ...process.env };
}

function loadEnvironment(): NodeJS.ProcessEnv {
  const file = join(projectRoot, '.env');
  // variables that are set already win over the file
  if (existsSync(file)) process.loadEnvFile(file);
  return process.env;
}
