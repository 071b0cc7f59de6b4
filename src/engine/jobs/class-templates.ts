import { classTemplates } from '../../network/class-templates.ts';
import { drawPictureRows } from '../../render/picture-rows-figure.ts';
import { figureTexts } from '../../render/texts.ts';
import { job } from '../job.ts';
import { readyNetwork } from '../networks.ts';
import { type FigureStyle, rendered } from './figure-style.ts';

/** Templates a class. */
const COUNT = 4;

/** For each class the first-layer weights that speak for it most, as pictures. */
export const classTemplatesJob = job({
  timeoutMs: 20_000,
  cached: true,
  async run({
    network,
    classes,
    language,
    theme,
  }: { network: string /** Which classes, by number; all if not given. */; classes?: number[] } & FigureStyle) {
    const t = figureTexts(language);
    const { model, card } = await readyNetwork(network);
    const templates = classTemplates(model, COUNT);
    const rows = (classes ?? card.classes.map((_, label) => label)).map((label) => ({
      name: t(`class-${card.classes[label]}`),
      pictures: templates[label]!.map(({ picture }) => picture),
    }));
    return {
      figure: await rendered(drawPictureRows({ title: t('templates-title'), rows, notes: [t('templates-note')], language, theme })),
    };
  },
});
