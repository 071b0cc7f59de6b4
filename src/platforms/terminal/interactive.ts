import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Adapter, AdapterParts, Attachment, Incoming, Surface } from '../../chat/chat.ts';
import type { Button, Reply } from '../../chat/reply.ts';
import type { Translate } from '../../chat/texts.ts';
import { encodeBlocks } from './encode.ts';
import { attachmentOf, saveMedia } from './files.ts';

/** Lines that are remembered between chats. */
const HISTORY_LINES = 500;
/** Erases what stands to the right of the cursor. */
const CLEAR_LINE = '\x1b[K';

export interface InteractiveSettings {
  /** Where pictures are written. */
  folder: string;
  historyFile: string;
  /** BCP 47 tag of the person's system. */
  language: string;
}

export interface InteractiveParts extends Pick<AdapterParts, 'chat'> {
  /** Called when messages that nobody asked for can be shown. */
  started(deliver: Adapter['deliver']): void;
}

/** An interactive chat: line editing, history, completion with Tab; ends with Ctrl-D or `exit`. */
export async function runInteractive(settings: InteractiveSettings, { chat, started }: InteractiveParts): Promise<void> {
  const { stdin: input, stdout: output } = process;
  const color = output.isTTY && output.hasColors();
  const session = randomUUID();
  const who = { id: 'me', language: settings.language };
  const history = existsSync(settings.historyFile) ? readFileSync(settings.historyFile, 'utf8').split('\n').filter(Boolean) : [];
  /** Buttons and choices of the latest replies, by what is typed to press them. */
  let pressable = new Map<string, string>();
  const language = () => chat.languageOf(who, 'terminal');
  const lines = createInterface({
    input,
    output,
    history,
    historySize: HISTORY_LINES,
    completer: (line: string) => complete(line, chat),
    prompt: '› ',
  });

  // heard from now on: lines of a pipe are all there before the welcome is
  const typedLines = lines[Symbol.asyncIterator]();
  const working = new Set<Promise<void>>();

  async function show(reply: Reply, t: Translate): Promise<void> {
    output.write(`${output.isTTY ? `\r${CLEAR_LINE}` : ''}${encodeBlocks(reply.blocks, { color })}\n`);
    for (const media of reply.media ?? [])
      output.write(`\n${t('terminal-picture', { path: await saveMedia(settings.folder, media) })}\n  ${media.alt}\n`);
    const choices = (reply.quiz?.choices ?? []).map((choice, index) => ({ key: String.fromCharCode(97 + index), ...choice }));
    for (const { key, label, route } of choices) press(key, label, route, ')');
    offer((reply.buttons ?? []).flat());
    output.write('\n');
  }

  function offer(buttons: readonly Button[]): void {
    buttons
      .filter((button): button is Button & { route: string } => button.route !== undefined)
      .forEach(({ label, route }, index) => {
        press(`#${index + 1}`, label, route, '');
      });
  }

  function press(key: string, label: string, route: string, mark: string): void {
    pressable.set(key, route);
    output.write(`${pressable.size === 1 ? '\n' : ''}  ${key}${mark} ${label}\n`);
  }

  /** Resolves when it is answered; what works for long goes on while the next line is typed. */
  async function say(content: Incoming['content']): Promise<void> {
    const t = chat.translate(await language());
    const incoming: Incoming = {
      id: `terminal:${session}:${randomUUID()}`,
      platform: 'terminal',
      who,
      where: { id: 'me', kind: 'direct' },
      content,
    };
    const long = chat.plan(incoming).long === true;
    let fresh = true;
    let offered = '';
    const surface: Surface = {
      caps: { forms: false, plainText: true, maxMediaBytes: Number.POSITIVE_INFINITY },
      async send(reply) {
        // only the newest answers can be pressed; a chat's numbering must not grow for ever
        if (fresh) pressable = new Map();
        fresh = false;
        await show(reply, chat.translate(await language()));
        if (long) lines.prompt(true);
      },
      progress({ fraction, note, preview }) {
        const buttons = (preview?.buttons ?? []).flat();
        const routes = buttons.map(({ route }) => route).join('\n');
        if (routes !== offered && routes !== '') {
          offered = routes;
          pressable = new Map();
          offer(buttons);
        }
        // what is being typed is left alone
        if (output.isTTY && lines.line === '')
          output.write(`\r${CLEAR_LINE}${t('terminal-progress', { percent: Math.round(fraction * 100) })} ${note}`);
      },
    };
    const answered = chat.handle(incoming, surface);
    working.add(answered);
    const done = () => void working.delete(answered);
    void answered.then(done, done);
    if (!long) await answered;
  }

  await say({ kind: 'text', text: '/start', attachments: [], repliedTo: [], addressed: true });
  output.write(`${chat.translate(await language())('terminal-hint')}\n\n`);
  lines.prompt();
  started(async ({ id, language: spoken }, reply) => {
    if (id !== who.id) return 'later';
    output.write('\n');
    await show(reply, chat.translate(spoken));
    lines.prompt(true);
    return 'sent';
  });
  for await (const line of typedLines) {
    const typed = line.trim();
    if (typed === 'exit' || typed === 'quit') break;
    const route = pressable.get(typed.toLowerCase());
    if (route !== undefined) await say({ kind: 'press', route });
    else if (typed !== '') await say(textOf(typed));
    lines.prompt();
  }
  if (input.isTTY) {
    // readline keeps the newest line first
    writeFileSync(settings.historyFile, `${(lines as unknown as { history: string[] }).history.slice(0, HISTORY_LINES).join('\n')}\n`);
  } else {
    // the end of a pipe is no wish to leave what was asked for
    await Promise.allSettled(working);
  }
  lines.close();
}

/** A line with pictures: `@photo.jpg` anywhere, or a line that is nothing but a file's path (dropped into the window). */
function textOf(line: string): Incoming['content'] {
  const dropped = line.replace(/^'(.*)'$/, '$1').replaceAll('\\ ', ' ');
  if (isFile(dropped)) return { kind: 'text', text: '', attachments: [attachmentOf(dropped)], repliedTo: [], addressed: true };
  const attachments: Attachment[] = [];
  const text = line.replace(/(^|\s)@(?:"([^"]+)"|(\S+))/g, (whole, before: string, quoted?: string, bare?: string) => {
    const path = quoted ?? bare ?? '';
    if (!isFile(path)) return whole;
    attachments.push(attachmentOf(path));
    return before;
  });
  return { kind: 'text', text: text.trim(), attachments, repliedTo: [], addressed: true };
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

/** Completes commands, then option names and values of the command, then paths behind `@`. */
function complete(line: string, chat: AdapterParts['chat']): [string[], string] {
  const word = /\S*$/.exec(line)![0];
  if (word.startsWith('@')) return [completePath(word.slice(1)).map((path) => `@${path}`), word];
  if (!/\s/.test(line)) return [chat.commands.map((command) => `/${command.name} `).filter((name) => name.startsWith(word)), word];
  const command = chat.commands.find((candidate) => line.startsWith(`/${candidate.name} `));
  if (command === undefined) return [[], word];
  const [, name, typed = ''] = /^([a-z]+)=(.*)$/.exec(word) ?? [];
  if (name === undefined)
    return [
      Object.keys(command.options)
        .map((option) => `${option}=`)
        .filter((option) => option.startsWith(word)),
      word,
    ];
  const option = command.options[name];
  const values = option?.kind === 'choice' ? option.values : option?.kind === 'text' ? option.suggestions : [];
  return [values.filter((value) => value.startsWith(typed)).map((value) => `${name}=${value} `), word];
}

function completePath(typed: string): string[] {
  const folder = typed.endsWith('/') ? typed : dirname(typed);
  const start = typed.endsWith('/') ? '' : basename(typed);
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.name.startsWith(start) && !entry.name.startsWith('.'))
      .map(
        (entry) => `${typed.startsWith('./') || folder !== '.' ? join(folder, entry.name) : entry.name}${entry.isDirectory() ? '/' : ' '}`,
      );
  } catch {
    return [];
  }
}
