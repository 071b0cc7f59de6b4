import sharp from 'sharp';

/** A request that the bot made. */
export interface Call {
  method: string;
  parameters: Record<string, unknown> & { chat_id?: number; text?: string; caption?: string };
  files: { name: string; filename: string; bytes: Buffer }[];
}

/** The parameters that have limits. */
interface Limited {
  text?: string;
  caption?: string;
  question?: string;
  explanation?: string;
  options?: { text: string }[];
  correct_option_ids?: number[];
  type?: string;
  media?: { type: string; caption?: string; parse_mode?: string }[] | { caption?: string; parse_mode?: string };
  commands?: { command: string; description: string }[];
  description?: string;
  short_description?: string;
  rich_message?: { html?: string; markdown?: string };
  reply_markup?: {
    inline_keyboard?: { text: string; url?: string; callback_data?: string }[][];
    input_field_placeholder?: string;
  };
}

const MIB = 1024 * 1024;
const TAGS = new Set(['b', 'i', 'a', 'code', 'pre', 'tg-spoiler', 'blockquote']);
/** These hold text only. */
const LEAVES = new Set(['code', 'pre']);

/** What breaks Telegram's documented limits in a request, whether the API's description is at hand or not. */
export async function brokenLimits({ method, parameters, files }: Call): Promise<string[]> {
  const found: string[] = [];
  const check = (fine: boolean, problem: string) => {
    if (!fine) found.push(`${method}: ${problem}`);
  };
  const given = parameters as Limited;
  const texts = (text: string | undefined, limit: number, mode: unknown) => {
    if (text === undefined) return;
    const shown = mode === 'HTML' ? parsed(text) : text;
    check(shown.length <= limit, `a text of ${shown.length}, more than ${limit}`);
    if (mode === 'HTML') for (const problem of htmlProblems(text)) check(false, problem);
  };
  texts(given.text, method === 'answerCallbackQuery' ? 200 : 4096, parameters.parse_mode);
  texts(given.caption, 1024, parameters.parse_mode);
  const rich = given.rich_message;
  if (method === 'sendMessage' || (method === 'editMessageText' && rich === undefined)) {
    check(parsed(given.text ?? '').trim() !== '', 'an empty text');
  }
  if (rich !== undefined) {
    check(given.text === undefined && parameters.parse_mode === undefined, 'a text beside a rich message');
    check((rich.html === undefined) !== (rich.markdown === undefined), 'a rich message is HTML or Markdown, one of both');
    check(parsed(rich.html ?? '').length <= 32_768 && parsed(rich.html ?? '').trim() !== '', 'a rich message of no or too much text');
    for (const problem of richProblems(rich.html ?? '')) check(false, problem);
  }
  const media = Array.isArray(given.media) ? given.media : given.media === undefined ? [] : [given.media];
  for (const item of media) texts(item.caption, 1024, item.parse_mode);
  if (method === 'sendMediaGroup') check(media.length >= 2 && media.length <= 10, `an album of ${media.length}`);
  if (method === 'sendPoll') checkPoll(given, check);
  checkKeyboard(given, check);
  for (const { command, description } of given.commands ?? []) {
    check(/^[a-z0-9_]{1,32}$/.test(command), `the command ${command}`);
    check(description.length >= 1 && description.length <= 256, `the description of ${command}`);
  }
  if (method === 'setMyDescription') check((given.description ?? '').length <= 512, 'the description');
  if (method === 'setMyShortDescription') check((given.short_description ?? '').length <= 120, 'the short description');
  for (const file of files) check(file.bytes.length > 0 && file.bytes.length <= 50 * MIB, `a file of ${file.bytes.length} bytes`);
  if (method === 'sendPhoto' || (method === 'sendMediaGroup' && files.length > 0)) {
    for (const file of files) found.push(...(await photoProblems(file.bytes)).map((problem) => `${method}: ${problem}`));
  }
  return found;
}

type Check = (fine: boolean, problem: string) => void;

function checkPoll({ question = '', options = [], correct_option_ids: correct = [], explanation = '', type }: Limited, check: Check): void {
  check(question.length >= 1 && question.length <= 300, `a question of ${question.length}`);
  check(options.length >= 2 && options.length <= 12, `${options.length} options`);
  for (const { text } of options) check(text.trim().length >= 1 && text.length <= 100, `an option of ${text.length}`);
  check(explanation.length <= 200 && explanation.split('\n').length <= 3, 'the explanation');
  check(type !== 'quiz' || (correct.length > 0 && correct.every((id) => options[id] !== undefined)), 'the correct options');
}

function checkKeyboard({ reply_markup: markup }: Limited, check: Check): void {
  const buttons = (markup?.inline_keyboard ?? []).flat();
  check(buttons.length <= 100, `${buttons.length} buttons`);
  check(markup?.inline_keyboard?.every((row) => row.length >= 1 && row.length <= 8) ?? true, 'a row of no or too many buttons');
  for (const { text, url, callback_data: data = '' } of buttons) {
    check(text.trim() !== '', 'a button without text');
    check(
      url !== undefined || (Buffer.byteLength(data) >= 1 && Buffer.byteLength(data) <= 64),
      `callback data of ${Buffer.byteLength(data)} bytes`,
    );
  }
  check((markup?.input_field_placeholder ?? 'x').length >= 1 && (markup?.input_field_placeholder ?? '').length <= 64, 'the placeholder');
}

async function photoProblems(bytes: Buffer): Promise<string[]> {
  const { width = 0, height = 0 } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => ({ width: 0, height: 0 }));
  return [
    ...(bytes.length > 10 * MIB ? [`a photo of ${bytes.length} bytes`] : []),
    ...(width === 0 ? ['a photo that is no picture'] : []),
    ...(width + height > 10_000 ? [`a photo of ${width} × ${height}`] : []),
    ...(Math.max(width, height) / Math.max(1, Math.min(width, height)) > 20 ? [`a photo as long as ${width} × ${height}`] : []),
  ];
}

/** Blocks of rich messages that hold lines of text, blocks that hold only their own kind, and what stands within a line. */
const RICH_BLOCKS = new Set(['h3', 'p', 'pre', 'ul', 'ol', 'table', 'tg-math-block']);
const RICH_PARTS: Record<string, readonly string[]> = { li: ['ul', 'ol'], tr: ['table'], th: ['tr'], td: ['tr'] };
const RICH_INLINE = new Set(['b', 'code', 'tg-spoiler']);

/** Why Telegram could not read the HTML of a rich message. */
export function richProblems(html: string): string[] {
  const open: string[] = [];
  const found: string[] = [];
  let between = 0;
  for (const match of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)(?: [^<>]*)?>/g)) {
    const [whole, closing = '', tag = ''] = match;
    const within = open.at(-1);
    if (within === undefined && html.slice(between, match.index).trim() !== '') found.push('text outside of blocks');
    between = match.index + whole.length;
    if (within === 'tg-math-block' && closing === '') found.push(`${tag} within a formula`);
    if (tag === 'br') continue;
    if (closing !== '') {
      if (open.pop() !== tag) found.push(`${tag} is closed but not open`);
      continue;
    }
    if (RICH_BLOCKS.has(tag) && within !== undefined) found.push(`the block ${tag} within ${within}`);
    else if (RICH_PARTS[tag] !== undefined && !RICH_PARTS[tag].includes(within ?? '')) found.push(`${tag} within ${within ?? 'nothing'}`);
    else if (RICH_INLINE.has(tag) && within === undefined) found.push(`${tag} outside of blocks`);
    else if (!RICH_BLOCKS.has(tag) && RICH_PARTS[tag] === undefined && !RICH_INLINE.has(tag)) found.push(`the tag ${tag} is unknown`);
    open.push(tag);
  }
  if (open.length > 0) found.push(`${open.join(', ')} stays open`);
  if (html.slice(between).trim() !== '') found.push('text outside of blocks');
  if (/[<>]/.test(html.replace(/<\/?[a-z][a-z0-9-]*(?: [^<>]*)?>/g, ''))) found.push('a bare < or >');
  if (/&(?!(lt|gt|amp|quot);)/.test(html)) found.push('a bare &');
  return found;
}

/** The text that Telegram shows for its HTML. */
export function parsed(html: string): string {
  return html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** Why Telegram could not parse this HTML. */
export function htmlProblems(html: string): string[] {
  const open: string[] = [];
  const found: string[] = [];
  for (const [, closing = '', tag = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)(?: [^<>]*)?>/g)) {
    if (!TAGS.has(tag)) found.push(`the tag ${tag} is unknown`);
    const within = open.at(-1);
    if (closing === '') {
      if (within !== undefined && LEAVES.has(within) && !(within === 'pre' && tag === 'code')) found.push(`${tag} within ${within}`);
      if (within !== undefined && LEAVES.has(tag) && within !== 'pre' && within !== 'blockquote') found.push(`${tag} within ${within}`);
      open.push(tag);
    } else if (open.pop() !== tag) found.push(`${tag} is closed but not open`);
  }
  if (open.length > 0) found.push(`${open.join(', ')} stays open`);
  if (/[<>]/.test(html.replace(/<\/?[a-z][a-z0-9-]*(?: [^<>]*)?>/g, ''))) found.push('a bare < or >');
  if (/&(?!(lt|gt|amp|quot);)/.test(html)) found.push('a bare &');
  return found;
}
