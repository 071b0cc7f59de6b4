import { join } from 'node:path';
import type { NetworkDefinition } from '../src/network/definition.ts';
import type { Recipe } from '../src/network/training/recipe.ts';
import { projectRoot } from '../src/project-root.ts';

/** A network that ships: what it is, how it was trained, and where its files lie (`model.json`, `weights.bin`, `card.json`, README). */
export interface ZooEntry {
  definition: NetworkDefinition;
  recipe: Recipe;
  folder: string;
}

export const zooEntry = (definition: NetworkDefinition, recipe: Recipe): ZooEntry => ({
  definition,
  recipe,
  folder: join(projectRoot, 'models', definition.id),
});
