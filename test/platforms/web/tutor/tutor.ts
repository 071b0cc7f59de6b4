import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AdapterMemory } from '../../../../src/chat/chat.ts';
import { createRouter } from '../../../../src/chat/router.ts';
import { loadTexts } from '../../../../src/chat/texts.ts';
import { startWeb, type WebAdapter } from '../../../../src/platforms/web/web.ts';
import { projectRoot } from '../../../../src/project-root.ts';
import { createTestLog } from '../../../helpers/log.ts';
import { createTestMemory } from '../../../helpers/memory.ts';
import { createAdapterMemory } from './adapter-memory.ts';
import { commands, type TutorParts } from './commands.ts';

export interface Tutor {
  url: string;
  memory: AdapterMemory;
  /** Ids of the events that commands have seen. */
  events: string[];
  /** What was logged as a warning or a fault. */
  faults(): string[];
  /** Makes `/slow` wait until `release`. */
  hold(): void;
  release(): void;
  /** Stops the server and starts it on the same port with the same memory, as after a restart. */
  deliver: WebAdapter['deliver'];
  forget: NonNullable<WebAdapter['forget']>;
  restart(between?: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

/** The real web chat over the real router, with a few commands of the tests. */
export async function startTutor({ port = 0 }: { port?: number } = {}): Promise<Tutor> {
  const mediaFolder = mkdtempSync(join(tmpdir(), 'convtutor-web-'));
  const memory = createAdapterMemory();
  const chatMemory = createTestMemory();
  const chooseLanguage: TutorParts['chooseLanguage'] = (learner, language) => void chatMemory.profiles.set(learner, { language });
  const texts = loadTexts(['src/chat', 'src/platforms/web', 'test/platforms/web/tutor'].map((folder) => join(projectRoot, folder)));
  const events: string[] = [];
  const log = createTestLog();
  let held: Promise<void> = Promise.resolve();
  let release = () => {};

  function start(onPort: number): Promise<WebAdapter> {
    const parts = { chooseLanguage, gate: () => held, events };
    const chat = createRouter({
      commands,
      parts,
      texts,
      memory: chatMemory,
      log,
      timeZone: 'UTC',
      pictureCommands: ['convolve'],
      signal: new AbortController().signal,
    });
    return startWeb({ host: '127.0.0.1', port: onPort, mediaFolder }, { chat, memory, log });
  }

  let adapter = await start(port);
  const { url } = adapter;
  return {
    url,
    memory,
    events,
    faults: () => log.lines.filter(({ level }) => level === 'error' || level === 'warn').map(({ message }) => message),
    hold() {
      held = new Promise((resolve) => {
        release = resolve;
      });
    },
    release: () => release(),
    deliver: (...message) => adapter.deliver(...message),
    forget: (id) => adapter.forget!(id),
    async restart(between) {
      await adapter.stop();
      await between?.();
      adapter = await start(Number(new URL(url).port));
    },
    async stop() {
      release();
      await adapter.stop();
      rmSync(mediaFolder, { recursive: true, force: true });
    },
  };
}
