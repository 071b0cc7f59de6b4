/** What a question can be answered with: a number, a shape such as [6, 28, 28], or the id of something said or shown. */
export type Value = number | readonly number[] | string;

/** A value as routes and the store keep it: `28`, `6x28x28`, `max-pooling`. */
export const written = (value: Value): string => (typeof value === 'object' ? value.join('x') : String(value));
