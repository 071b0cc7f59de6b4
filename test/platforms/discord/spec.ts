import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { projectRoot } from '../../../src/project-root.ts';
import type { Call } from './shapes.ts';

interface Operation {
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, unknown> };
}
interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
}

// the description lies beside a developer's checkout; without it only the documented limits are checked
const file = join(projectRoot, '../shared/data/specs/discord-openapi.json');
const document = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as OpenApi) : undefined;
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false, logger: false });
if (document !== undefined) ajv.addSchema({ $id: 'https://discord.test/openapi', ...document });
const compiled = new Map<string, ValidateFunction>();

/** What the library adds of itself to every message, though not every endpoint knows it. */
const OF_THE_LIBRARY = new Set(['enforce_nonce', 'tts']);

const escapePointer = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

/** What is wrong with a request by Discord's own OpenAPI description; nothing where that is absent. */
export function violations({ method, path, query, body }: Call): string[] {
  if (document === undefined) return [];
  const template = templateOf(document, path);
  const operation = template === undefined ? undefined : document.paths[template]?.[method.toLowerCase()];
  if (template === undefined || operation === undefined) return [`${method} ${path}: no such endpoint`];
  const parameters = new Set((operation.parameters ?? []).filter(({ in: place }) => place === 'query').map(({ name }) => name));
  const unknown = [...query.keys()]
    .filter((name) => !parameters.has(name))
    .map((name) => `${method} ${template}: unknown parameter ${name}`);
  if (operation.requestBody?.content['application/json'] === undefined) return unknown;
  const validate = validatorOf(method, template);
  const sent = Array.isArray(body) ? body : Object.fromEntries(Object.entries(body).filter(([name]) => !OF_THE_LIBRARY.has(name)));
  if (validate(sent)) return unknown;
  return [...unknown, `${method} ${template}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(sent).slice(0, 600)}`];
}

function templateOf({ paths }: OpenApi, path: string): string | undefined {
  const parts = path.split('/');
  const fits = (template: string) => {
    const names = template.split('/');
    return names.length === parts.length && names.every((name, index) => name.startsWith('{') || name === parts[index]);
  };
  // a path with fewer holes is the nearer one: /messages/@original before /messages/{id}
  return Object.keys(paths)
    .filter(fits)
    .sort((a, b) => a.split('{').length - b.split('{').length)[0];
}

function validatorOf(method: string, template: string): ValidateFunction {
  const pointer = ['paths', template, method.toLowerCase(), 'requestBody', 'content', 'application/json', 'schema'];
  const reference = `https://discord.test/openapi#/${pointer.map(escapePointer).join('/')}`;
  // a field that the description does not know is a mistake, though the service would pass over it
  const validate = compiled.get(reference) ?? ajv.compile({ $ref: reference, unevaluatedProperties: false });
  compiled.set(reference, validate);
  return validate;
}
