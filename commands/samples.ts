/** Names under which the project's own sample pictures are always there: `image=#scene`. The files lie in data/samples. */
export const SAMPLE_PHOTO = 'scene';
export const SAMPLE_DIGIT = 'seven';
