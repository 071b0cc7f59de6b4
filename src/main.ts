import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { destination, type Logger, pino } from 'pino';
import { allCommands } from '../commands/index.ts';
import { SAMPLE_DIGIT, SAMPLE_PHOTO } from '../commands/samples.ts';
import { LESSONS } from '../lessons/catalogue.ts';
import { folderOf } from '../lessons/lesson.ts';
import type { Adapter, AdapterParts, Chat } from './chat/chat.ts';
import type { ChatMemory } from './chat/memory.ts';
import { createRouter } from './chat/router.ts';
import { loadTexts } from './chat/texts.ts';
import type { Typeset } from './chat/typeset.ts';
import { type Config, readConfig, workerEnvironment } from './config.ts';
import { createEngine, type Engine } from './engine/engine.ts';
import { createTrainings } from './engine/trainings.ts';
import { reportLine } from './network/backends/report-line.ts';
import { projectRoot } from './project-root.ts';
import { createReminderService } from './reminders.ts';
import { openStore, type Store } from './store/store.ts';

/** A stop that takes longer is cut short, milliseconds. */
const STOP_MS = 8000;

/** Where the rooms keep what they say to people. */
export const TEXT_FOLDERS = [
  'src/chat',
  'commands',
  'lessons',
  ...LESSONS.map((lesson) => `lessons/${folderOf(lesson)}`),
  'src/platforms/web',
  'src/platforms/telegram',
  'src/platforms/discord',
  'src/platforms/terminal',
];

/** Everything of the tutor but its platforms. */
export interface Tutor {
  chat: Chat;
  engine: Engine;
  store: Store;
  partsFor(platform: string): AdapterParts;
  /** Has the adapter of a platform delete what it keeps when a learner is forgotten. */
  onForget(platform: string, forget: NonNullable<Adapter['forget']>): void;
  /** The daily reminders of these platforms, by name; they still have to be started. */
  remindersFor(platforms: ReadonlyMap<string, Adapter['deliver']>): ReturnType<typeof createReminderService>;
  /** What people watch for long ends first, so that they are told while the platforms are still connected. */
  endTrainings(): void;
  stop(): Promise<void>;
}

/**
 * Builds the parts and hands them to each other.
 * @param now the clock, milliseconds since 1970
 * @throws Error in one sentence when the database cannot be used
 */
export async function createTutor(config: Config, log: Logger, now: () => number = Date.now): Promise<Tutor> {
  const store = await openStore(config.databaseUrl);
  const engine = createEngine({
    environment: workerEnvironment(),
    networks: config.networks,
    workers: config.workers,
    maxWorkerBytes: config.maxWorkerBytes,
    backend: config.backend,
    onBackend: (report) => log.info(report, reportLine(report)),
    onDriverOutput: (text) => log.debug({ text }, "the GPU's driver said something"),
    onLoss: (loss) => log.warn(loss, 'a worker was lost and is replaced'),
  });
  // one worker at least is left to answer everyone else
  const trainings = createTrainings(engine, Math.max(1, config.workers - 1));
  const stopping = new AbortController();
  const forgetting = new Map<string, NonNullable<Adapter['forget']>>();
  const memory = chatMemory(store);
  const forgetChat = async (learner: string) => {
    const [platform = '', ...id] = learner.split(':');
    await forgetting.get(platform)?.(id.join(':'));
  };
  const services: ReturnType<typeof createReminderService>[] = [];
  const texts = loadTexts(TEXT_FOLDERS.map((folder) => join(projectRoot, folder)));
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string };
  const chat = createRouter({
    commands: allCommands(),
    parts: { engine, trainings, store, texts, version, picture: memory.picture, forgetChat, now },
    texts,
    memory,
    log,
    timeZone: config.timeZone,
    pictureCommands: ['convolve', 'classify', 'pool', 'channels'],
    signal: stopping.signal,
  });
  return {
    chat,
    engine,
    store,
    partsFor: (platform) => ({ chat, memory: store.adapterMemory(platform), log: log.child({ platform }), typeset: typesetBy(engine) }),
    onForget: (platform, forget) => void forgetting.set(platform, forget),
    remindersFor(platforms) {
      const service = createReminderService(platforms, { store, texts, now, timeZone: config.timeZone, log });
      services.push(service);
      return service;
    },
    endTrainings: trainings.close,
    async stop() {
      trainings.close();
      stopping.abort();
      for (const service of services) service.stop();
      await engine.stop();
      await store.close();
    },
  };
}

/** `npm start`: every platform that has a token, and the web chat. Resolves when all have been started. */
export async function serve(): Promise<void> {
  const started = performance.now();
  const config = readConfigOrExit();
  const log = pino({ level: config.logLevel }, destination({ dest: 2, sync: false }));
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise was left alone'));
  process.on('uncaughtException', (error) => log.error({ err: error }, 'an error was not caught'));
  const tutor = await createTutor(config, log).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
  const adapters: Adapter[] = [];
  stopOnSignals(tutor, adapters, log);
  await tutor.engine.about().catch((error: unknown) => log.error({ err: error }, 'the workers could not load the networks'));
  const names = platformsOf(config);
  const results = await Promise.all(names.map((platform) => startPlatform(platform, tutor, log)));
  const running = results.filter((adapter) => adapter !== undefined);
  adapters.push(...running);
  tutor
    .remindersFor(new Map(results.flatMap((adapter, index) => (adapter === undefined ? [] : [[names[index]!.name, adapter.deliver]]))))
    .start();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${running.map((adapter) => adapter.status).join('\n')}\n${offLines(config)}Ready in ${seconds} s. Ctrl-C stops.\n`);
  if (running.length === 0) {
    process.stderr.write('No platform could be started; what went wrong stands above.\n');
    await tutor.stop();
    process.exit(1);
  }
}

/** `npm run chat`: the tutor in this terminal; with `--json` a protocol for scripts. */
export async function chat(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { json: { type: 'boolean', default: false }, out: { type: 'string', default: 'pictures' } },
  });
  const config = readConfigOrExit();
  const log = pino({ level: config.logLevel === 'debug' ? 'debug' : 'error' }, destination({ dest: 2, sync: true }));
  const tutor = await createTutor(config, log);
  const folder = resolve(values.out);
  if (values.json) {
    const { runJson } = await import('./platforms/terminal/json.ts');
    await runJson({ input: process.stdin, output: process.stdout, folder }, tutor);
  } else {
    const { runInteractive } = await import('./platforms/terminal/interactive.ts');
    const language = Intl.DateTimeFormat().resolvedOptions().locale;
    await runInteractive(
      { folder, historyFile: join(projectRoot, 'data/.chat-history'), language },
      {
        chat: tutor.chat,
        started(deliver) {
          tutor.remindersFor(new Map([['terminal', deliver]])).start();
        },
      },
    );
  }
  await tutor.stop();
}

/** A platform and how it is started; its libraries are loaded only when it is on. */
interface Platform {
  name: string;
  start(parts: AdapterParts): Promise<Adapter>;
}

function platformsOf(config: Config): Platform[] {
  const { discord, telegram } = config;
  return [
    {
      name: 'web',
      async start(parts) {
        const { startWeb } = await import('./platforms/web/web.ts');
        return startWeb({ host: config.host, port: config.port }, parts);
      },
    },
    ...(telegram === undefined
      ? []
      : [
          {
            name: 'telegram',
            async start(parts: AdapterParts) {
              const { startTelegram } = await import('./platforms/telegram/telegram.ts');
              return startTelegram(telegram, parts);
            },
          },
        ]),
    ...(discord === undefined
      ? []
      : [
          {
            name: 'discord',
            async start(parts: AdapterParts) {
              const { startDiscord } = await import('./platforms/discord/discord.ts');
              return startDiscord(discord, parts);
            },
          },
        ]),
  ];
}

/** One platform that cannot start does not keep the others from running. */
async function startPlatform(platform: Platform, tutor: Tutor, log: Logger): Promise<Adapter | undefined> {
  try {
    const adapter = await platform.start(tutor.partsFor(platform.name));
    if (adapter.forget !== undefined) tutor.onForget(platform.name, adapter.forget);
    return adapter;
  } catch (error) {
    log.error({ err: error, platform: platform.name }, error instanceof Error ? error.message : 'the platform could not be started');
    return undefined;
  }
}

function offLines({ discord, telegram }: Config): string {
  const off = [
    ...(discord === undefined ? ['Discord: off (set DISCORD_TOKEN)'] : []),
    ...(telegram === undefined ? ['Telegram: off (set TELEGRAM_TOKEN)'] : []),
  ];
  return off.map((line) => `${line}\n`).join('');
}

function stopOnSignals(tutor: Tutor, adapters: readonly Adapter[], log: Logger): void {
  let stopping = false;
  const stop = async (signal: string) => {
    // a second Ctrl-C does not wait
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), STOP_MS).unref();
    tutor.endTrainings();
    await Promise.allSettled(adapters.map((adapter) => adapter.stop()));
    await tutor.stop();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop('SIGINT'));
  process.on('SIGTERM', () => void stop('SIGTERM'));
}

function readConfigOrExit(): Config {
  try {
    return readConfig();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

/** Chats show pictures on light and on dark; the formulas' figures are light like all others. */
const typesetBy =
  (engine: Engine): Typeset =>
  (latex, above) =>
    engine.run('formula', { latex: [...latex], theme: 'light', ...(above === undefined ? {} : { above }) });

/** What the router remembers, in the store; the project's own samples are always there. */
function chatMemory(store: Store): ChatMemory {
  return {
    profile: (learner) => store.learners.profile(learner),
    keepPicture: (_learner, bytes) => store.pictures.keep(bytes),
    async picture(id) {
      const file = join(projectRoot, 'data/samples', `${id}.png`);
      if ((id === SAMPLE_PHOTO || id === SAMPLE_DIGIT) && existsSync(file)) return new Uint8Array(await readFile(file));
      return store.pictures.load(id);
    },
    lastPicture: (learner, place) => store.pictures.last(learner, place),
    setLastPicture: (learner, place, picture) => store.pictures.setLast(learner, place, picture),
    expectation: (learner, place) => store.expectations.get(learner, place),
    setExpectation: (learner, place, route) => store.expectations.set(learner, place, route),
    async logActivity(row) {
      // who was just forgotten is not written down again
      if (row.what !== 'forget.confirm') await store.logActivity(row);
    },
  };
}
