import { type Command, TOPICS, type Topic } from '../src/chat/command.ts';
import type { Context } from '../src/chat/context.ts';
import { LearnerError } from '../src/chat/errors.ts';
import { limit, type Option, shown, suggestion, text } from '../src/chat/options.ts';
import { type Button, heading, list, paragraph, type Reply } from '../src/chat/reply.ts';
import { tryRoute } from '../src/chat/route.ts';
import type { Translate } from '../src/chat/texts.ts';
import { defineCommand, type Parts } from './command.ts';
import { allCommands } from './index.ts';

/** The topics that have commands, in order. */
const shownTopics = () => TOPICS.filter((topic) => allCommands().some((command) => command.topic === topic));

export const help = defineCommand({
  name: 'help',
  topic: 'you',
  options: { about: text({ maxLength: 40, suggestions: TOPICS }) },
  acknowledge: 'private',
  examples: ['convolve', 'pictures'],
  async run(ctx, { about }) {
    if (about === undefined) return overview(ctx);
    const word = about.toLowerCase().replace(/^\//, '');
    const topic = shownTopics().find((candidate) => candidate === word || ctx.t(`help-topic-${candidate}`).toLowerCase() === word);
    if (topic !== undefined) return topicHelp(ctx, topic);
    const command = allCommands().find((candidate) => candidate.name === word || ctx.t(`command-${candidate.name}-name`) === word);
    if (command !== undefined) return commandHelp(ctx, command);
    const meant = suggestion(word, [...allCommands().map((candidate) => candidate.name), ...TOPICS]);
    throw meant === undefined
      ? new LearnerError('help-unknown', { about: shown(about) })
      : new LearnerError('help-unknown-suggest', { about: shown(about), meant });
  },
});

function overview({ t }: Context): Reply {
  const topics = shownTopics();
  return {
    blocks: [
      paragraph(t('help-intro')),
      ...topics.flatMap((topic) => [
        heading(t(`help-topic-${topic}`)),
        list(
          allCommands()
            .filter((command) => command.topic === topic)
            .map(line(t)),
        ),
      ]),
      paragraph(t('help-more')),
    ],
    buttons: [topics.map((topic) => ({ label: t(`help-topic-${topic}`), route: `help ${topic}` }))],
  };
}

function topicHelp({ t }: Context, topic: Topic): Reply {
  const commands = allCommands().filter((command) => command.topic === topic);
  return {
    blocks: [heading(t(`help-topic-${topic}`)), list(commands.map(line(t))), paragraph(t('help-more'))],
    buttons: [commands.map((command) => ({ label: `/${command.name}`, route: `help ${command.name}` }))],
  };
}

function commandHelp({ t }: Context, command: Command<Parts>): Reply {
  const options = Object.entries(command.options).map(([name, option]) => optionLine(command.name, name, option, t));
  const examples = command.examples.map((example) => `\`/${command.name}${example === '' ? '' : ` ${example}`}\``);
  const buttons: Button[] = command.examples.flatMap((example) => {
    const route = tryRoute(`${command.name} ${example}`);
    // an example with a picture of the learner's own needs that picture first
    return route === undefined || 'image' in command.options ? [] : [{ label: `/${command.name} ${example}`, route }];
  });
  return {
    blocks: [
      heading(`/${command.name}`),
      paragraph(t(`command-${command.name}`)),
      ...(options.length === 0 ? [] : [list(options)]),
      ...(examples.length === 0 ? [] : [paragraph(`${t('help-examples')} ${examples.join('  ')}`)]),
    ],
    ...(buttons.length === 0 ? {} : { buttons: buttons.map((button) => [button]) }),
  };
}

const line = (t: Translate) => (command: Command<Parts>) => `/${command.name} — ${t(`command-${command.name}`)}`;

/** `stride — How far the window moves each time. Values: 1…16; default: 1.`: what an option is for, its values once, its default. */
function optionLine(command: string, name: string, option: Option, t: Translate): string {
  const what = t(`command-${command}-${name}`);
  const values = valuesOf(option, what, t);
  const fallback = defaultOf(option, t);
  const rest =
    fallback === undefined
      ? values
      : values === undefined
        ? t('help-default-only', { value: fallback })
        : `${values}; ${t('help-default', { value: fallback })}`;
  return `\`${name}\` — ${what}.${rest === undefined ? '' : ` ${rest}.`}`;
}

/** The values that the description does not name already. */
function valuesOf(option: Option, what: string, t: Translate): string | undefined {
  const range = ({ min, max }: { min: number; max: number }) => t('help-range', { min: limit(min), max: limit(max) });
  if (option.kind === 'integer' || option.kind === 'number') return t('help-values', { values: range(option) });
  if (option.kind !== 'choice') return undefined;
  const named = option.values.every((value) => new RegExp(`(?<![\\p{L}\\p{N}_])${value}(?![\\p{L}\\p{N}_])`, 'u').test(what));
  const values = option.values.join(', ');
  switch (option.or?.kind) {
    case 'matrix':
      return named ? undefined : t('help-names', { values });
    case 'integer':
      return named ? t('help-numbers', { values: range(option.or) }) : t('help-values', { values: `${values}, ${range(option.or)}` });
    default:
      return named ? undefined : t('help-values', { values });
  }
}

function defaultOf({ default: value }: Option, t: Translate): string | undefined {
  if (typeof value === 'boolean') return t(value ? 'help-yes' : 'help-no');
  if (typeof value === 'number') return t('number', { value });
  return typeof value === 'string' ? value : undefined;
}
