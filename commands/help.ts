import { type Command, TOPICS, type Topic } from '../src/chat/command.ts';
import type { Context } from '../src/chat/context.ts';
import { LearnerError } from '../src/chat/errors.ts';
import { type Option, shown, suggestion, text } from '../src/chat/options.ts';
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
  const options = Object.entries(command.options).map(
    ([name, option]) => `\`${name}\` — ${t(`command-${command.name}-${name}`)}${accepted(option, t)}`,
  );
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

/** What an option accepts and what it is without, e.g. ` (sobel, box, …; if not given: sobel)`. */
function accepted(option: Option, t: Translate): string {
  const values =
    option.kind === 'choice'
      ? [option.values.join(', ')]
      : option.kind === 'integer' || option.kind === 'number'
        ? [`${option.min}…${option.max}`]
        : [];
  // that a switch is off says nothing
  const silent = option.default === undefined || option.default === false || typeof option.default === 'object';
  const parts = [...values, ...(silent ? [] : [t('help-default', { value: String(option.default) })])];
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}
