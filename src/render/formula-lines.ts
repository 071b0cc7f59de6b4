import type { default as mathjax } from 'mathjax';

/** One line of a formula as drawn shapes, all of them outlines: nothing of it needs a font. */
export interface FormulaLine {
  /** An `svg` element without position or size of its own, to be placed in another. */
  svg: string;
  /** Of the view box, in ems. */
  width: number;
  height: number;
}

/** MathJax's units to the em. */
const UNITS = 1000;

type Typesetter = Awaited<ReturnType<typeof mathjax.init>>;
let loading: Promise<Typesetter> | undefined;

/** MathJax is loaded at the first formula: it takes half a second, and most workers never need it. */
async function load(): Promise<Typesetter> {
  const { default: loader } = await import('mathjax');
  return loader.init({
    loader: { load: ['input/tex-base', '[tex]/ams', 'output/svg'] },
    tex: {
      packages: ['base', 'ams'],
      formatError(_tex: unknown, error: Error) {
        throw error;
      },
    },
    svg: { fontCache: 'none' },
    output: { displayOverflow: 'linebreak' },
  });
}

/**
 * Typesets one line of LaTeX (TeX's base commands and AMS's) in MathJax's own font, which has Cyrillic too. A line wider than
 * `width` ems is broken at its signs where it can be.
 * @throws Error for what is no LaTeX, and for a character that the font lacks
 */
export async function typesetLine(latex: string, width: number): Promise<FormulaLine> {
  loading ??= load();
  const typesetter = await loading;
  const node = await typesetter
    .tex2svgPromise(latex, { display: true, em: 100, ex: 50, containerWidth: width * 100 })
    .catch(asError(latex));
  const svg = typesetter.startup.adaptor.innerHTML(node);
  const [, viewBox = ''] = /^<svg [^>]*?viewBox="([^"]+)"/.exec(svg) ?? [];
  const box = viewBox.split(' ').map(Number);
  // what is written as text would be drawn in whatever font the machine has, or in none
  if (box.length !== 4 || svg.includes('<text')) throw new Error(`the formula cannot be drawn: ${latex}`);
  return {
    svg: svg.replace(/^<svg [^>]*>/, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" overflow="visible" PLACE>`),
    width: box[2]! / UNITS,
    height: box[3]! / UNITS,
  };
}

const asError =
  (latex: string) =>
  (error: unknown): never => {
    // TeX's errors are MathJax's own kind
    throw new Error(`${(error as Partial<Error> | undefined)?.message ?? error}: ${latex}`);
  };
