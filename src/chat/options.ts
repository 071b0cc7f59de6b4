import { closest, distance } from 'fastest-levenshtein';
import { LearnerError } from './errors.ts';
import { looksLikeMatrixPiece, parseMatrix } from './matrix.ts';

/**
 * Where a picture may come from, in the order of preference:
 * named in the option, attached to the command's message, in the message replied to,
 * the message a menu was opened on, or the last one the same person sent here.
 */
export type ImageSource = 'option' | 'caption' | 'reply' | 'target' | 'last';

export interface ImageValue {
  /** The short id under which the picture is kept: `#id` in a route brings it back. */
  id: string;
  name: string;
  bytes: Uint8Array;
}

interface Common<T> {
  /** Used when the learner gives none. An option without default and not required is undefined. */
  default?: T;
  required?: boolean;
}
export interface ImageOption extends Common<ImageValue> {
  kind: 'image';
  sources: ImageSource[];
}
export interface ChoiceOption extends Common<unknown> {
  kind: 'choice';
  values: readonly string[];
  /** Other ways to say a value: `{ gauss: 'gaussian' }`. */
  aliases: Readonly<Record<string, string>>;
  /** What else is accepted beside the values: a typed matrix, or a whole number. */
  or?: MatrixOption | IntegerOption;
}
export interface IntegerOption extends Common<number> {
  kind: 'integer';
  min: number;
  max: number;
}
export interface NumberOption extends Common<number> {
  kind: 'number';
  min: number;
  max: number;
}
export interface BooleanOption extends Common<boolean> {
  kind: 'boolean';
}
export interface TextOption extends Common<string> {
  kind: 'text';
  maxLength: number;
  /** Takes all that is left of the line. */
  rest: boolean;
  /** Values offered by completion; anything else is accepted too. */
  suggestions: readonly string[];
}
export interface MatrixOption extends Common<number[][]> {
  kind: 'matrix';
  maxSide: number;
}
export type Option = ImageOption | ChoiceOption | IntegerOption | NumberOption | BooleanOption | TextOption | MatrixOption;
export type Options = Record<string, Option>;

/** Carries the value's type from the option's definition to the command's `run`; never set at run time. */
declare const VALUE: unique symbol;
export type Typed<O, T> = O & { readonly [VALUE]?: T };
type ValueOf<O> = O extends { readonly [VALUE]?: infer T } ? T : never;
/** The values that `run` receives for these options. */
export type ValuesOf<O extends Options> = { [K in keyof O]: ValueOf<O[K]> };

type Given<S, T> = S extends { required: true } | { default: unknown } ? T : T | undefined;

/** A picture of the learner's. */
export function image<S extends { sources?: ImageSource[]; required?: true }>(settings?: S): Typed<ImageOption, Given<S, ImageValue>> {
  return {
    kind: 'image',
    sources: settings?.sources ?? ['option', 'caption', 'reply', 'target', 'last'],
    required: settings?.required ?? false,
  };
}

/** One of a few words. `or` accepts a typed matrix or a whole number as well. */
export function choice<
  const V extends readonly string[],
  S extends { default?: NoInfer<V[number]>; required?: true; aliases?: Record<string, V[number]>; or?: never },
>(values: V, settings?: S): Typed<ChoiceOption, Given<S, V[number]>>;
export function choice<
  const V extends readonly string[],
  O extends Typed<MatrixOption | IntegerOption, unknown>,
  S extends { default?: NoInfer<V[number]>; required?: true; aliases?: Record<string, V[number]>; or: O },
>(values: V, settings: S): Typed<ChoiceOption, Given<S, V[number] | NonNullable<ValueOf<S['or']>>>>;
export function choice(
  values: readonly string[],
  settings: { default?: string; required?: true; aliases?: Record<string, string>; or?: MatrixOption | IntegerOption } = {},
): ChoiceOption {
  const { aliases = {}, ...rest } = settings;
  return { kind: 'choice', values, aliases, ...rest };
}

/** A whole number in min…max, both included. */
export function integer<S extends { min: number; max: number; default?: number; required?: true }>(
  settings: S,
): Typed<IntegerOption, Given<S, number>> {
  return { kind: 'integer', ...settings };
}

/** A number in min…max, both included. */
export function number<S extends { min: number; max: number; default?: number; required?: true }>(
  settings: S,
): Typed<NumberOption, Given<S, number>> {
  return { kind: 'number', ...settings };
}

export function boolean<S extends { default?: boolean; required?: true }>(settings?: S): Typed<BooleanOption, Given<S, boolean>> {
  return { kind: 'boolean', ...settings };
}

export function text<S extends { maxLength?: number; rest?: boolean; suggestions?: readonly string[]; default?: string; required?: true }>(
  settings?: S,
): Typed<TextOption, Given<S, string>> {
  return { kind: 'text', maxLength: 200, rest: false, suggestions: [], ...settings };
}

/** A typed matrix of numbers, at most maxSide rows and columns. */
export function matrix<S extends { maxSide?: number; required?: true }>(settings?: S): Typed<MatrixOption, Given<S, number[][]>> {
  return { kind: 'matrix', maxSide: 64, ...settings };
}

const TRUE = new Set(['true', 'yes', 'y', 'on', '1', 'да', 'вкл']);
const FALSE = new Set(['false', 'no', 'n', 'off', '0', 'нет', 'выкл']);

/**
 * Turns what a person typed (or a platform's already typed value) into the option's value.
 * Images are resolved by the router, not here.
 * @throws LearnerError `option-*` naming the option, what was given, and what would be accepted
 */
export function parseValue(name: string, option: Exclude<Option, ImageOption>, given: string | number | boolean): unknown {
  const typed = String(given).trim();
  switch (option.kind) {
    case 'text':
      if (typed.length > option.maxLength) throw new LearnerError('option-too-long', { option: name, limit: option.maxLength });
      return typed;
    case 'boolean': {
      const word = typed.toLowerCase();
      if (TRUE.has(word)) return true;
      if (FALSE.has(word)) return false;
      throw new LearnerError('option-not-boolean', { option: name, value: shown(typed) });
    }
    case 'matrix':
      return parseMatrix(typed, { maxSide: option.maxSide });
    case 'integer':
    case 'number':
      return parseNumber(name, option, typed);
    case 'choice':
      return parseChoice(name, option, typed);
  }
}

/** True when what was typed starts a matrix that may go on after a space. */
export function continuesAsMatrix(option: Option, typed: string): boolean {
  const takesMatrix = option.kind === 'matrix' || (option.kind === 'choice' && option.or?.kind === 'matrix');
  return takesMatrix && looksLikeMatrixPiece(typed);
}

/** The nearest of the words, when it is near enough to be what was meant. */
export function suggestion(word: string, words: readonly string[]): string | undefined {
  if (words.length === 0 || word === '') return undefined;
  const nearest = closest(word.toLowerCase(), words);
  const starts = words.find((candidate) => word.length >= 3 && candidate.startsWith(word.toLowerCase()));
  const far = Math.max(1, Math.floor(Math.max(nearest.length, word.length) * 0.4));
  return distance(word.toLowerCase(), nearest) <= far ? nearest : starts;
}

function parseNumber(name: string, option: IntegerOption | NumberOption, typed: string): number {
  const plain = typed.replace(/[−–]/g, '-').replace(/^(-?\d+),(\d+)$/, '$1.$2');
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
  if (Number.isNaN(value)) throw new LearnerError('option-not-a-number', { option: name, value: shown(typed) });
  if (option.kind === 'integer' && Number.isFinite(value) && !Number.isInteger(value))
    throw new LearnerError('option-not-whole', { option: name, value: shown(typed) });
  if (value < option.min || value > option.max) {
    throw new LearnerError('option-out-of-range', { option: name, value: shown(typed), min: limit(option.min), max: limit(option.max) });
  }
  return value;
}

/** Languages write a number's sign as a hyphen: below zero it is written here. */
export const limit = (value: number): number | string => (value < 0 ? `−${-value}` : value);

function parseChoice(name: string, option: ChoiceOption, typed: string): unknown {
  const word = typed.toLowerCase().replace(/[\s-]+/g, '_');
  const value = option.values.find((candidate) => candidate.toLowerCase() === word) ?? option.aliases[word];
  if (value !== undefined) return value;
  if (option.or?.kind === 'matrix' && /[\d[]/.test(typed) && !/^[a-z]/i.test(typed))
    return parseMatrix(typed, { maxSide: option.or.maxSide });
  if (option.or?.kind === 'integer' && /^[-+−\d.,]/.test(typed)) return parseNumber(name, option.or, typed);
  const meant = suggestion(word, option.values);
  const values = option.values.join(', ');
  throw meant === undefined
    ? new LearnerError('option-not-a-choice', { option: name, value: shown(typed), values })
    : new LearnerError('option-not-a-choice-suggest', { option: name, value: shown(typed), values, meant });
}

/** Typed text as it may be repeated in a sentence: short, on one line, without the inline marks, negative numbers with a minus sign. */
export function shown(typed: string): string {
  const line = typed
    .replace(/\s+/g, ' ')
    .replace(/[`*]/g, '')
    .replace(/(?<=^|[\s,;=([])-(?=\.?\d)/g, '−');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
