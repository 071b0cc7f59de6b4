import type { LiveJob } from './job.ts';
import { trainLive } from './jobs/train-live.ts';

/** Every live job by its name. Only their processes load this file; the chat's process takes its types. */
export const liveJobs = { 'train-live': trainLive };

export type LiveJobName = keyof typeof liveJobs;
type Parts<Name extends LiveJobName> =
  (typeof liveJobs)[Name] extends LiveJob<infer Input, infer Output, infer Preview>
    ? { input: Input; output: Output; preview: Preview }
    : never;
export type LiveInput<Name extends LiveJobName> = Parts<Name>['input'];
export type LiveOutput<Name extends LiveJobName> = Parts<Name>['output'];
export type LivePreview<Name extends LiveJobName> = Parts<Name>['preview'];
