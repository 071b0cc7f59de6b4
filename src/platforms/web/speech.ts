import type { Chat } from '../../chat/chat.ts';
import type { Option } from '../../chat/options.ts';
import type { Language, Translate } from '../../chat/texts.ts';
import { PAGE_TEXTS, type PageTexts } from './client/page-texts.ts';
import type { Speech, WireCommand, WireOption } from './client/wire.ts';

/** The page's texts and the commands that it completes, in one language. */
export function speechIn(language: Language, chat: Chat): Speech {
  const t = chat.translate(language);
  const texts = Object.entries(PAGE_TEXTS).map(([key, names]) => [
    key,
    t(key, Object.fromEntries(names.map((name) => [name, `{${name}}`]))),
  ]);
  return { language, texts: Object.fromEntries(texts) as PageTexts, commands: chat.commands.map((command) => describeCommand(command, t)) };
}

function describeCommand({ name, topic, options }: Chat['commands'][number], t: Translate): WireCommand {
  return {
    name,
    localName: t(`command-${name}-name`),
    description: t(`command-${name}`),
    topic,
    options: Object.entries(options).map(([option, definition]) => describeOption(option, definition, t(`command-${name}-${option}`))),
  };
}

function describeOption(name: string, option: Option, description: string): WireOption {
  const limits = option.kind === 'choice' && option.or?.kind === 'integer' ? option.or : option;
  return {
    name,
    description,
    required: option.required ?? false,
    values: valuesOf(option),
    ...(typeof option.default === 'string' || typeof option.default === 'number' || typeof option.default === 'boolean'
      ? { default: String(option.default) }
      : {}),
    ...(limits.kind === 'integer' || limits.kind === 'number' ? { range: { min: limits.min, max: limits.max } } : {}),
  };
}

function valuesOf(option: Option): string[] {
  if (option.kind === 'choice') return [...option.values];
  if (option.kind === 'text') return [...option.suggestions];
  return option.kind === 'boolean' ? ['true', 'false'] : [];
}
