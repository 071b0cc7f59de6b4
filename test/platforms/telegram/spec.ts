import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../src/project-root.ts';

interface Field {
  name: string;
  types: string[];
  required: boolean;
}
interface Spec {
  methods: Record<string, { fields?: Field[] }>;
  types: Record<string, { fields?: Field[]; subtypes?: string[] }>;
}

// the machine-readable Bot API lies beside a developer's checkout; without it only the documented limits are checked
const file = join(projectRoot, '../shared/data/specs/telegram-bot-api.json');
export const spec: Spec | undefined = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Spec) : undefined;

/** What is wrong with a request by the Bot API's own description; nothing where that description is absent. `files`: names of uploaded parts. */
export function violations(method: string, parameters: Record<string, unknown>, files: ReadonlySet<string>): string[] {
  if (spec === undefined) return [];
  const known = spec.methods[method];
  if (known === undefined) return [`${method}: no such method`];
  return checkFields(method, known.fields ?? [], parameters, files);
}

function checkFields(path: string, fields: readonly Field[], value: Record<string, unknown>, files: ReadonlySet<string>): string[] {
  const names = new Set(fields.map((field) => field.name));
  const unknown = Object.keys(value).filter((name) => !names.has(name));
  return [
    ...unknown.map((name) => `${path}: unknown parameter ${name}`),
    ...fields.flatMap((field) => {
      const given = value[field.name];
      if (given === undefined) return field.required ? [`${path}: ${field.name} is missing`] : [];
      const problems = field.types.map((type) => checkType(`${path}.${field.name}`, type, given, files));
      return problems.some((problem) => problem.length === 0) ? [] : (problems[0] ?? []);
    }),
  ];
}

function checkType(path: string, type: string, value: unknown, files: ReadonlySet<string>): string[] {
  const wrong = [`${path}: ${JSON.stringify(value)?.slice(0, 80)} is no ${type}`];
  const item = /^Array of (.+)$/.exec(type)?.[1];
  if (item !== undefined)
    return Array.isArray(value) ? value.flatMap((entry, index) => checkType(`${path}[${index}]`, item, entry, files)) : wrong;
  switch (type) {
    case 'Integer':
      return Number.isInteger(value) ? [] : wrong;
    case 'Float':
      return typeof value === 'number' ? [] : wrong;
    case 'Boolean':
    case 'True':
      return typeof value === 'boolean' ? [] : wrong;
    case 'String':
    case 'InputFile':
      return typeof value === 'string' && (!value.startsWith('attach://') || files.has(value.slice('attach://'.length))) ? [] : wrong;
  }
  const known = spec!.types[type];
  if (known === undefined || typeof value !== 'object' || value === null)
    return known === undefined ? [`${path}: the type ${type} is unknown`] : wrong;
  if (known.subtypes !== undefined) {
    const problems = known.subtypes.map((subtype) => checkType(path, subtype, value, files));
    return problems.some((problem) => problem.length === 0)
      ? []
      : problems.reduce((least, problem) => (problem.length < least.length ? problem : least));
  }
  return checkFields(path, known.fields ?? [], value as Record<string, unknown>, files);
}

/** Parameters of a multipart form, whose values are all text, brought into the types that the method states. */
export function readForm(method: string, form: Record<string, string>): Record<string, unknown> {
  const fields = spec?.methods[method]?.fields;
  return Object.fromEntries(
    Object.entries(form).map(([name, text]) => {
      const types = fields?.find((field) => field.name === name)?.types ?? [];
      // a plain text stays text even where it looks like a number
      const isText = types.length > 0 ? types.every((type) => type === 'String') : ['caption', 'parse_mode', 'text'].includes(name);
      if (isText) return [name, text];
      try {
        return [name, JSON.parse(text)];
      } catch {
        return [name, text];
      }
    }),
  );
}
