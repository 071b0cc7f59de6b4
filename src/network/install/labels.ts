import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileReason } from '../file-reason.ts';

/**
 * The names of a network's classes (two may be called the same, as ImageNet's two cranes are): a text file with one a line, or a JSON list of names or of objects with a `name`.
 * @throws Error in one sentence: no such file, nothing in it, an empty name
 */
export async function readLabels(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Error(`the labels ${path} cannot be read: ${fileReason(error)}`);
  });
  const file = basename(path);
  const labels = /^\s*\[/.test(text) ? fromJson(text, file) : text.trim().split(/\r?\n/);
  const names = labels.map((label) => label.trim());
  if (names.every((name) => name === '')) throw new Error(`${file} holds no labels`);
  const empty = names.indexOf('');
  if (empty >= 0) throw new Error(`label ${empty + 1} in ${file} is empty`);
  return names;
}

function fromJson(text: string, file: string): string[] {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    throw new Error(`${file} begins as a JSON list but is not one`);
  }
  return (list as unknown[]).map((item, index) => {
    const name = typeof item === 'object' && item !== null && 'name' in item ? item.name : item;
    if (typeof name !== 'string') throw new Error(`label ${index + 1} in ${file} is no text`);
    return name;
  });
}
