import { type REST, Routes } from 'discord.js';
import { asBody, type CommandJson } from './definitions.ts';

/** Writes the commands only where they differ from what Discord has; gives whether anything was written. */
export async function registerCommands(
  rest: REST,
  application: string,
  guild: string | undefined,
  definitions: CommandJson[],
): Promise<boolean> {
  const route = guild === undefined ? Routes.applicationCommands(application) : Routes.applicationGuildCommands(application, guild);
  const known = (await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) })) as Record<string, unknown>[];
  if (fingerprint(known) === fingerprint(definitions as unknown as Record<string, unknown>[])) return false;
  await rest.put(route, { body: asBody(definitions) });
  return true;
}

const COMMAND_FIELDS = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'integration_types',
  'contexts',
];
const OPTION_FIELDS = [
  'type',
  'name',
  'description',
  'description_localizations',
  'required',
  'autocomplete',
  'choices',
  'min_value',
  'max_value',
  'max_length',
];

/** Commands as text that is equal for equal commands: order, empty values and the service's own fields do not count. */
function fingerprint(commands: readonly Record<string, unknown>[]): string {
  return JSON.stringify(
    commands
      .map((command) => {
        const options = (command.options as Record<string, unknown>[] | undefined) ?? [];
        return pick({ ...command, options: options.map((option) => pick(option, OPTION_FIELDS)) }, COMMAND_FIELDS);
      })
      .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
  );
}

function pick(value: Record<string, unknown>, fields: readonly string[]): [string, unknown][] {
  return fields.flatMap((field): [string, unknown][] => {
    const item = value[field];
    const empty = item === undefined || item === null || item === false || item === '' || (Array.isArray(item) && item.length === 0);
    if (empty) return [];
    // choices come back with localizations that nobody set
    if (field === 'choices') return [[field, (item as { name: string; value: string }[]).map((choice) => [choice.name, choice.value])]];
    return [[field, Array.isArray(item) && typeof item[0] === 'number' ? [...item].sort() : item]];
  });
}
