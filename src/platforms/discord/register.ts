import { DiscordAPIError, type REST, Routes } from 'discord.js';
import type { AdapterMemory } from '../../chat/chat.ts';
import type { CommandJson } from './definitions.ts';

/** Where commands are registered: in one server, or (undefined) everywhere. */
type Place = string | undefined;

/** Remembers where the commands of an application were registered last. */
const placeKey = (application: string) => `commands ${application}`;
const EVERYWHERE = 'everywhere';

/** A command as Discord gives it back. */
type Known = Record<string, unknown> & { id: string; name: string; type?: number };

export interface Registration {
  /** Whether Discord's list differed and was written anew. */
  written: boolean;
  /** Ids of the slash commands by their names. */
  ids: Map<string, string>;
}

/**
 * Brings Discord's list of commands up to date; it is written only where it differs. If the last start registered them elsewhere (in a server,
 * now everywhere, or the other way round), they are taken away there: otherwise people would see every command twice.
 * @throws Error in one sentence when the server of `guild` cannot be written to
 */
export async function registerCommands(
  rest: REST,
  application: string,
  guild: Place,
  definitions: readonly CommandJson[],
  memory: AdapterMemory,
): Promise<Registration> {
  const last = await memory.get(placeKey(application));
  const now = guild ?? EVERYWHERE;
  if (last !== undefined && last !== now) {
    // a server that the tutor has left needs no tidying
    await rest.put(routeOf(application, last === EVERYWHERE ? undefined : last), { body: [] }).catch(ignoreNoAccess);
  }
  const wanted = guild === undefined ? definitions : definitions.map(forOneServer);
  const route = routeOf(application, guild);
  try {
    const known = (await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) })) as Known[];
    const written = fingerprint(known) !== fingerprint(wanted);
    const current = written ? ((await rest.put(route, { body: wanted })) as Known[]) : known;
    await memory.set(placeKey(application), now);
    return { written, ids: new Map(current.filter(({ type = 1 }) => type === 1).map(({ name, id }) => [name, id])) };
  } catch (error) {
    if (guild === undefined || !isNoAccess(error)) throw error;
    throw new Error(`Discord: no access to the server ${guild} of DISCORD_GUILD: check the id, and invite the tutor there first.`);
  }
}

const routeOf = (application: string, guild: Place) =>
  guild === undefined ? Routes.applicationCommands(application) : Routes.applicationGuildCommands(application, guild);

/** Where a command may be installed and used is said of global commands only. */
function forOneServer({ integration_types: _types, contexts: _contexts, ...command }: CommandJson): CommandJson {
  return command;
}

const isNoAccess = (error: unknown) => error instanceof DiscordAPIError && (error.status === 403 || error.status === 404);

function ignoreNoAccess(error: unknown): void {
  if (!isNoAccess(error)) throw error;
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

/** Commands as text that is equal for equal commands: their order, empty values and the service's own fields do not count. */
function fingerprint(commands: readonly object[]): string {
  const texts = commands.map((command) => {
    const fields = command as Record<string, unknown>;
    const options = ((fields.options as object[] | undefined) ?? []).map((option) => pick(option, OPTION_FIELDS));
    return JSON.stringify(pick({ ...fields, options }, COMMAND_FIELDS));
  });
  return texts.sort().join('\n');
}

function pick(value: object, fields: readonly string[]): [string, unknown][] {
  const given = value as Record<string, unknown>;
  return fields.flatMap((field): [string, unknown][] => {
    const item = given[field];
    const empty = item === undefined || item === null || item === false || item === '' || (Array.isArray(item) && item.length === 0);
    if (empty) return [];
    // choices come back with localizations that nobody set
    if (field === 'choices') return [[field, (item as { name: string; value: string }[]).map((choice) => [choice.name, choice.value])]];
    if (field.endsWith('_localizations')) return [[field, Object.entries(item as object).sort()]];
    return [[field, Array.isArray(item) && typeof item[0] === 'number' ? [...item].sort() : item]];
  });
}
