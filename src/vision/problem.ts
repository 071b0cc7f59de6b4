/**
 * Bad input that a person can mend. `id` is a text key of the commands' language files, `values` what the text shows.
 * The chat tells it to the person (src/chat/errors.ts reads the same `learner` field); nothing of chat is imported here.
 */
export class Problem extends Error {
  readonly learner: { id: string; values: Record<string, string | number> };

  constructor(id: string, values: Record<string, string | number> = {}) {
    super(`${id} ${JSON.stringify(values)}`);
    this.name = 'Problem';
    this.learner = { id, values };
  }
}
