/** `npm run gallery [-- WORD]`: every figure and animation that the tutor makes, asked for as a learner would, on one page. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Incoming } from '../chat/chat.ts';
import type { Media, Reply } from '../chat/reply.ts';
import { LANGUAGES, type Language } from '../chat/texts.ts';
import { readConfig } from '../config.ts';
import { createTutor, type Tutor } from '../main.ts';
import { projectRoot } from '../project-root.ts';
import { contactSheet } from './contact-sheet.ts';
import { GALLERY, type GalleryLine } from './lines.ts';
import { attached } from './odd-pictures.ts';
import { page, type Shown } from './page.ts';

/** Where it is written, below the project's folder or the one given; git ignores it. */
const FOLDER = 'gallery';

/**
 * Writes `gallery/index.html`, the pictures, and a contact sheet for each language, and prints where they are. Lines that the tutor
 * refuses are named, and the process then ends with 1.
 */
export async function gallery([word = '']: string[], root = projectRoot): Promise<void> {
  const folder = join(root, FOLDER);
  rmSync(folder, { recursive: true, force: true });
  for (const language of LANGUAGES) mkdirSync(join(folder, language), { recursive: true });
  const database = mkdtempSync(join(tmpdir(), 'tutor-gallery-'));
  const tutor = await createTutor(readConfig({ DATABASE_URL: `sqlite:${join(database, 'tutor.sqlite')}` }), pino({ level: 'silent' }));
  const sections = GALLERY.map(({ title, lines }) => ({ title, lines: lines.filter((line) => [line].flat().join(' ').includes(word)) }));
  const shown: { title: string; entries: Shown[] }[] = [];
  let count = 0;
  for (const { title, lines } of sections.filter((section) => section.lines.length > 0)) {
    const entries: Shown[] = [];
    for (const line of lines) entries.push(await show(tutor, line, count++, folder));
    shown.push({ title, entries });
  }
  await tutor.stop();
  rmSync(database, { recursive: true, force: true });
  const entries = shown.flatMap((section) => section.entries);
  writeFileSync(join(folder, 'index.html'), page(shown));
  for (const language of LANGUAGES) {
    const files = entries.flatMap((entry) => entry[language].pictures.map(({ file }) => join(folder, file)));
    if (files.length > 0) writeFileSync(join(folder, `sheet-${language}.jpg`), await contactSheet(files));
  }
  const refused = entries.filter(({ en, ru }) => en.refused || ru.refused);
  for (const { line, en } of refused) process.stderr.write(`refused: ${line}: ${en.text}\n`);
  if (refused.length > 0) process.exitCode = 1;
  process.stdout.write(`${entries.length} lines in ${LANGUAGES.length} languages: ${join(folder, 'index.html')}\n`);
}

/** Says a line in each language and keeps the pictures of the answers. */
async function show(tutor: Tutor, line: GalleryLine, index: number, folder: string): Promise<Shown> {
  const said = [line].flat();
  const inLanguage = async (language: Language) => {
    let replies: Reply[] = [];
    for (const text of said) replies = await say(tutor, { id: `${language}-${index}`, language }, text);
    const pictures = replies
      .flatMap(({ media = [] }) => media)
      .filter(({ type }) => type.startsWith('image/'))
      .map((media, number) => {
        const file = `${language}/${nameOf(index, said.at(-1)!, number)}${media.name.slice(media.name.lastIndexOf('.'))}`;
        writeFileSync(join(folder, file), media.bytes);
        return { file, alt: media.alt, ...sizeOf(media) };
      });
    return { pictures, text: replies.map(textOf).join('\n'), refused: replies.some(({ error }) => error !== undefined) };
  };
  return { line: said.join('  '), en: await inLanguage('en'), ru: await inLanguage('ru') };
}

let events = 0;

async function say(tutor: Tutor, who: { id: string; language: Language }, text: string): Promise<Reply[]> {
  const replies: Reply[] = [];
  const { words, attachments } = await attached(text);
  const content: Incoming['content'] = { kind: 'text', text: words, attachments, repliedTo: [], addressed: true };
  await tutor.chat.handle(
    { id: `gallery:${events++}`, platform: 'gallery', who, where: { id: who.id, kind: 'direct' }, content },
    {
      caps: { forms: false, plainText: true, maxMediaBytes: Number.POSITIVE_INFINITY },
      send: async (reply) => void replies.push(reply),
      progress: () => undefined,
    },
  );
  return replies;
}

const sizeOf = ({ width, height, bytes }: Media) => ({ width, height, bytes: bytes.length });

/** A file's name that tells the line: `07-convolve-kernel-sobel`. */
function nameOf(index: number, line: string, number: number): string {
  const words = line
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 50);
  return `${String(index).padStart(2, '0')}-${words}${number === 0 ? '' : `-${number + 1}`}`;
}

function textOf({ blocks }: Reply): string {
  return blocks
    .map((block) => {
      switch (block.type) {
        case 'math':
          return block.plain;
        case 'list':
          return block.items.join('\n');
        case 'table':
          return [block.header, ...block.rows].map((row) => row.join('  ')).join('\n');
        default:
          return block.text;
      }
    })
    .join('\n');
}
