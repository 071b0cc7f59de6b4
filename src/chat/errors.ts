/** Values that a text may show: numbers are written the way the language writes them. */
export type TextValues = Record<string, string | number>;

/**
 * Something a person is told in one clear sentence, with what to do next. `id` is a text key.
 * Rooms that may not import this one (src/vision, src/engine) throw errors that carry the same `learner` field.
 */
export class LearnerError extends Error {
  readonly learner: { id: string; values: TextValues };

  constructor(id: string, values: TextValues = {}) {
    super(`${id} ${JSON.stringify(values)}`);
    this.name = 'LearnerError';
    this.learner = { id, values };
  }
}

/** What to tell the person, or undefined when the error is a fault of ours. */
export function learnerMessage(error: unknown): { id: string; values: TextValues } | undefined {
  if (typeof error !== 'object' || error === null || !('learner' in error)) return undefined;
  return error.learner as { id: string; values: TextValues };
}
