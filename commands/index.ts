import type { Command } from '../src/chat/command.ts';
import { about } from './about.ts';
import { animate } from './animate.ts';
import { canny } from './canny.ts';
import { channels } from './channels.ts';
import { classify } from './classify.ts';
import type { Parts } from './command.ts';
import { compare } from './compare.ts';
import { convolve } from './convolve.ts';
import { exportData } from './export.ts';
import { forget } from './forget.ts';
import { harris } from './harris.ts';
import { help } from './help.ts';
import { kernels } from './kernels.ts';
import { lesson } from './lesson.ts';
import { network } from './network.ts';
import { orientations } from './orientations.ts';
import { params } from './params.ts';
import { pool } from './pool.ts';
import { progress } from './progress.ts';
import { quiz } from './quiz.ts';
import { receptive } from './receptive.ts';
import { remind } from './remind.ts';
import { review } from './review.ts';
import { settings } from './settings.ts';
import { size } from './size.ts';
import { start } from './start.ts';
import { step } from './step.ts';
import { train } from './train.ts';

/** Every command, in the order of /help and of the platforms' menus. A function, because /help itself is one of them. */
export const allCommands = (): Command<Parts>[] => [
  convolve,
  step,
  animate,
  pool,
  channels,
  kernels,
  canny,
  harris,
  orientations,
  classify,
  compare,
  network,
  train,
  size,
  params,
  receptive,
  lesson,
  quiz,
  review,
  remind,
  progress,
  help,
  settings,
  exportData,
  forget,
  about,
  start,
];
