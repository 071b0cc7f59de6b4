import { access, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { NetworkCard } from '../loaded-network.ts';

/** What a network may be called: short enough for two of them in a button. */
export const NETWORK_NAME = /^[a-z0-9][a-z0-9-]{0,23}$/;

/** Names of the networks installed in a folder, sorted; none where there is no such folder. Half-made ones begin with a dot. */
export async function installedNames(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && NETWORK_NAME.test(entry.name))
    .map((entry) => entry.name)
    .sort();
}

/** @throws Error where there is none, or it is no JSON */
export const readCard = async (folder: string) => JSON.parse(await readFile(join(folder, 'card.json'), 'utf8')) as NetworkCard;

/** Where a network's files are put together; what an interrupted installation left is still there. */
export async function workshop(root: string, name: string): Promise<string> {
  const folder = join(root, `.${name}.part`);
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Gives a network that is complete its place, at once. @throws Error where the name is taken */
export async function install(root: string, name: string, finished: string): Promise<string> {
  const folder = join(root, name);
  if (await exists(folder)) throw new Error(`there is a network called ${name} already; remove it first`);
  await rename(finished, folder);
  return folder;
}

/** @throws Error where it is not installed */
export async function uninstall(root: string, name: string): Promise<void> {
  if (!(await installedNames(root)).includes(name)) throw new Error(`no network called ${name} is installed`);
  // out of sight first: what is half deleted must not be loaded
  const doomed = join(root, `.${name}.removed`);
  await rm(doomed, { recursive: true, force: true });
  await rename(join(root, name), doomed);
  await rm(doomed, { recursive: true, force: true });
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
