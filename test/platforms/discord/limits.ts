import type { Body, Call, CallbackData } from './shapes.ts';

const MIB = 1024 * 1024;
const BUTTON_TYPE = 2;
const LINK_STYLE = 5;
const NAME = /^[-_'\p{L}\p{N}]{1,32}$/u;

interface Option {
  name: string;
  type: number;
  description: string;
  required?: boolean;
  autocomplete?: boolean;
  choices?: { name: string; value: string }[];
  min_value?: number;
  max_value?: number;
}
interface Command {
  name: string;
  type?: number;
  name_localizations?: Record<string, string>;
  description?: string;
  description_localizations?: Record<string, string>;
  options?: Option[];
  contexts?: number[];
}

/** Documented limits of one request, checked whether the API's description is at hand or not. */
export function limits({ method, path, body, files }: Call): string[] {
  const found: string[] = [];
  const check = (fine: boolean, problem: string) => {
    if (!fine) found.push(`${method} ${path.replace(/\d{5,}/g, '…')}: ${problem}`);
  };
  if (path.endsWith('/commands')) {
    if (method === 'PUT') checkCommands(body as unknown as Command[], path.includes('/guilds/'), check);
  } else if (path.endsWith('/callback')) checkCallback(body.data ?? {}, check);
  else if (path.startsWith('/webhooks/')) checkMessage(body, files, method, check);
  return found;
}

type Check = (fine: boolean, problem: string) => void;
const between = (text: string | undefined, low: number, high: number) => (text ?? '').length >= low && (text ?? '').length <= high;

function checkMessage(body: Body, files: Call['files'], method: string, check: Check): void {
  if (method === 'DELETE') return;
  check(between(body.content, 0, 2000), 'content longer than 2,000');
  check(body.allowed_mentions?.parse?.length === 0, 'mentions are not switched off');
  const rows = body.components ?? [];
  check(rows.length <= 5, 'more than 5 rows');
  check(
    rows.every((row) => row.type === 1 && row.components.length >= 1 && row.components.length <= 5),
    'a row of 0 or more than 5 buttons',
  );
  const buttons = rows.flatMap((row) => row.components);
  for (const { type, style, custom_id, label, url } of buttons) {
    check(type === BUTTON_TYPE && between(label, 1, 80), 'a button’s label');
    check(style === LINK_STYLE ? between(url, 1, 512) && custom_id === undefined : between(custom_id, 1, 100), 'a button’s meaning');
  }
  const ids = buttons.flatMap(({ custom_id }) => custom_id ?? []);
  check(new Set(ids).size === ids.length, `buttons with the same custom id: ${ids.join(', ')}`);
  check(files.length <= 10, 'more than 10 files');
  check(files.reduce((sum, { bytes }) => sum + bytes.length, 0) <= 25 * MIB, 'more than 25 MiB');
  check(
    files.every(({ bytes }) => bytes.length > 0),
    'an empty file',
  );
  for (const { field } of files) {
    const attachment = body.attachments?.find(({ id }) => `files[${id}]` === field);
    check(attachment !== undefined, `${field} has no entry in attachments`);
    check(between(attachment?.description, 1, 1024), `${field} has no alt text, or one too long`);
  }
  const uploaded = new Set(files.map(({ field }) => field));
  check(
    (body.attachments ?? []).every(({ id }) => uploaded.has(`files[${id}]`)),
    'an attachment without a file',
  );
}

function checkCallback(data: CallbackData, check: Check): void {
  check((data.choices ?? []).length <= 25, 'more than 25 completions');
  check(
    (data.choices ?? []).every(({ name, value }) => between(name, 1, 100) && between(value, 1, 100)),
    'a completion’s length',
  );
  if (data.title === undefined) return;
  check(between(data.title, 1, 45), 'a dialog’s title');
  check(between(data.custom_id, 1, 100), 'a dialog’s custom id');
  check((data.components ?? []).length >= 1 && (data.components ?? []).length <= 5, 'a dialog’s fields');
  for (const { label, description, component } of data.components ?? []) {
    check(between(label, 1, 45) && between(description, 0, 100), 'a field’s label');
    check(between(component?.custom_id, 1, 100) && between(component?.placeholder, 0, 100), 'a field’s placeholder');
    check((component?.max_length ?? 1) >= 1 && (component?.max_length ?? 1) <= 4000, 'a field’s longest value');
  }
}

function checkCommands(commands: Command[], inGuild: boolean, check: Check): void {
  const ofType = (wanted: number) => commands.filter(({ type = 1 }) => type === wanted);
  check(ofType(1).length <= 100 && ofType(2).length <= 15 && ofType(3).length <= 15, 'too many commands');
  for (const kind of [1, 2, 3]) {
    const names = ofType(kind).map(({ name }) => name);
    check(new Set(names).size === names.length, 'two commands of one name');
  }
  if (inGuild)
    check(
      commands.every(({ contexts }) => contexts === undefined),
      'contexts of a server’s command',
    );
  for (const { name, type = 1, name_localizations = {}, description = '', description_localizations = {}, options = [] } of commands) {
    const names = [name, ...Object.values(name_localizations)];
    check(
      names.every((word) => (type === 1 ? NAME.test(word) && word === word.toLowerCase() : between(word, 1, 32))),
      `the name ${name}`,
    );
    const descriptions = [description, ...Object.values(description_localizations)];
    check(
      descriptions.every((text) => (type === 1 ? between(text, 1, 100) : text === '')),
      `${name}’s description`,
    );
    check(options.length <= 25, `${name}: more than 25 options`);
    check(new Set(options.map((option) => option.name)).size === options.length, `${name}: two options of one name`);
    const lastRequired = options.findLastIndex(({ required }) => required === true);
    check(
      options.slice(0, lastRequired + 1).every(({ required }) => required === true),
      `${name}: required options stand first`,
    );
    for (const option of options) {
      check(NAME.test(option.name) && between(option.description, 1, 100), `${name} ${option.name}`);
      check((option.choices ?? []).length <= 25, `${name} ${option.name}: more than 25 choices`);
      check(option.choices === undefined || option.autocomplete !== true, `${name} ${option.name}: choices and completion`);
      check(
        (option.choices ?? []).every((choice) => between(choice.name, 1, 100) && between(choice.value, 1, 100)),
        `${name} ${option.name}: a choice`,
      );
    }
  }
}
