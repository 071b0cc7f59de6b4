import { join } from 'node:path';
import type { AdapterMemory, AdapterParts } from '../../../../src/chat/chat.ts';
import { commandsWith } from '../../../../src/chat/command.ts';
import type { Preview } from '../../../../src/chat/context.ts';
import { image, integer, text } from '../../../../src/chat/options.ts';
import { paragraph, type Reply } from '../../../../src/chat/reply.ts';
import { createRouter } from '../../../../src/chat/router.ts';
import { loadTexts } from '../../../../src/chat/texts.ts';
import { projectRoot } from '../../../../src/project-root.ts';
import { createTestLog } from '../../../helpers/log.ts';
import { createTestMemory } from '../../../helpers/memory.ts';

interface Parts {
  /** What /show answers next. */
  reply: Reply;
  /** What /slow shows of its work besides the note. */
  preview?: Preview;
  /** Where /slow waits for each step. */
  step(): Promise<void>;
  /** Places of the events that commands have seen. */
  places: string[];
}

const { defineCommand, defineAction } = commandsWith<Parts>();
const say = (words: string): Reply => ({ blocks: [paragraph(words)] });

const show = defineCommand({
  name: 'show',
  topic: 'pictures',
  options: { image: image(), what: text() },
  acknowledge: 'public',
  contextMenu: true,
  examples: [''],
  async run(ctx, values, { reply, places }) {
    places.push(ctx.where.key);
    return values.image === undefined ? reply : say(`${values.image.bytes.length} bytes`);
  },
  actions: {
    again: defineAction({ options: {}, acknowledge: 'public', run: async (_ctx, _values, { reply }) => reply }),
  },
});

const slow = defineCommand({
  name: 'slow',
  topic: 'numbers',
  options: { steps: integer({ min: 1, max: 100, default: 4 }) },
  acknowledge: 'public',
  examples: ['4'],
  async run(ctx, { steps }, parts) {
    for (let done = 1; done <= steps; done++) {
      await parts.step();
      const preview = parts.preview === undefined ? {} : { preview: parts.preview };
      ctx.progress({ fraction: done / steps, note: done === steps ? '' : `Step ${done}`, ...preview });
    }
    return say(`Done in ${steps} steps.`);
  },
  actions: {
    privately: defineAction({
      options: {},
      acknowledge: 'private',
      async run(ctx, _values, parts) {
        await parts.step();
        return { ...say(`Only for ${ctx.who.name}.`), audience: 'asker' };
      },
    }),
  },
});

const ask = defineCommand({
  name: 'ask',
  topic: 'questions',
  options: {},
  acknowledge: 'public',
  examples: [''],
  run: async () => ({
    ...say('How much is 2 + 2?'),
    quiz: {
      code: 'sum:1',
      question: 'How much is 2 + 2?',
      typed: { route: 'ask.typed', label: 'Type it', form: { title: 'Your answer', label: 'A number', placeholder: '5', maxLength: 9 } },
    },
  }),
  actions: {
    typed: defineAction({
      options: {},
      acknowledge: 'private',
      form: () => ({ title: 'Your answer', label: 'A number', placeholder: '5', maxLength: 9 }),
      run: async (_ctx, { form }) => ({ ...say(`You typed ${form}.`), audience: 'asker' }),
    }),
  },
});

const secret = defineCommand({
  name: 'secret',
  topic: 'you',
  options: {},
  acknowledge: 'private',
  examples: [''],
  run: async (ctx) => {
    await ctx.say(say('First,'));
    return say('second.');
  },
});

export type TestTutor = ReturnType<typeof createTestTutor>;

/** The real router with a few commands of the tests. */
export function createTestTutor() {
  const log = createTestLog();
  const stored = new Map<string, string>();
  const memory: AdapterMemory = {
    get: async (key) => stored.get(key),
    set: async (key, value) => void stored.set(key, value),
    delete: async (key) => void stored.delete(key),
    list: async (prefix) => [...stored].filter(([key]) => key.startsWith(prefix)).map(([key, value]) => ({ key, value })),
  };
  const parts: Parts = { reply: say('Here it is.'), step: () => Promise.resolve(), places: [] };
  const chat = createRouter({
    commands: [show, slow, ask, secret],
    parts,
    texts: loadTexts(['src/chat', 'src/platforms/discord', 'test/platforms/discord/tutor'].map((folder) => join(projectRoot, folder))),
    memory: createTestMemory(),
    log,
    timeZone: 'UTC',
    pictureCommands: ['show'],
    signal: new AbortController().signal,
  });
  const adapter: AdapterParts = {
    chat,
    memory,
    log,
    async typeset(latex, above) {
      if (latex.includes('\\wrong')) throw new Error('no LaTeX');
      return { type: 'image/png', bytes: new Uint8Array([latex.length, ...(above ?? [])]), width: 1080, height: 200 };
    },
  };
  return { chat, parts, log, adapter };
}
