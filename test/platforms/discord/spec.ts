import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { projectRoot } from '../../../src/project-root.ts';

interface OpenApi {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, unknown> } }>>;
}

// the description lies beside a developer's checkout; without it only the documented limits are checked
const file = join(projectRoot, '../shared/data/specs/discord-openapi.json');
const document = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as OpenApi) : undefined;
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false, logger: false });
if (document !== undefined) ajv.addSchema({ $id: 'https://discord.test/openapi', ...document });
const compiled = new Map<string, ValidateFunction>();

const escapePointer = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

/** What is wrong with a request by Discord's own OpenAPI description; nothing where that is absent. `path` begins after `/api/v10`. */
export function violations(method: string, path: string, body: unknown): string[] {
  if (document === undefined) return [];
  const parts = path.split('/');
  const fits = (template: string) => {
    const names = template.split('/');
    return names.length === parts.length && names.every((name, index) => name.startsWith('{') || name === parts[index]);
  };
  // a path with more words and fewer holes is the nearer one: /messages/@original before /messages/{id}
  const template = Object.keys(document.paths)
    .filter(fits)
    .sort((a, b) => a.split('{').length - b.split('{').length)[0];
  const operation = template === undefined ? undefined : document.paths[template]?.[method.toLowerCase()];
  if (template === undefined || operation === undefined) return [`${method} ${path}: no such endpoint`];
  if (operation.requestBody?.content['application/json'] === undefined) return [];
  const pointer = ['paths', template, method.toLowerCase(), 'requestBody', 'content', 'application/json', 'schema']
    .map(escapePointer)
    .join('/');
  const key = `https://discord.test/openapi#/${pointer}`;
  const validate = compiled.get(key) ?? ajv.compile({ $ref: key });
  compiled.set(key, validate);
  if (validate(body)) return [];
  return [`${method} ${template}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(body).slice(0, 600)}`];
}
