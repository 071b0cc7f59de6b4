import type { Language } from '../src/chat/texts.ts';
import { type Axis, outputSize, sameBorders, transposedSize } from './arithmetic.ts';

/** A formula as LaTeX and as a readable line. */
export interface Formula {
  latex: string;
  plain: string;
}

/** The general formula, then the same with the numbers in it, down to the result. Dilation appears only where there is some. */
export function outputFormula(axis: Axis): Formula[] {
  const { n, f, p = 0, s = 1, d = 1 } = axis;
  const { output, exact } = outputSize(axis);
  const dilated = d > 1;
  const top = dilated ? `${n} + 2·${p} − ${d}·(${f} − 1) − 1` : `${n} + 2·${p} − ${f}`;
  const latexTop = dilated ? `${n} + 2 \\cdot ${p} - ${d} \\cdot (${f} - 1) - 1` : `${n} + 2 \\cdot ${p} - ${f}`;
  const rounded = Number.isInteger(exact) ? '' : ` = ⌊${trim(exact - 1)}⌋ + 1`;
  const latexRounded = Number.isInteger(exact) ? '' : ` = \\lfloor ${trim(exact - 1)} \\rfloor + 1`;
  return [
    dilated
      ? {
          plain: "N' = ⌊(N + 2P − D(F − 1) − 1) / S⌋ + 1",
          latex: "N' = \\left\\lfloor \\frac{N + 2P - D(F - 1) - 1}{S} \\right\\rfloor + 1",
        }
      : { plain: "N' = ⌊(N + 2P − F) / S⌋ + 1", latex: "N' = \\left\\lfloor \\frac{N + 2P - F}{S} \\right\\rfloor + 1" },
    {
      plain: `N' = ⌊(${top}) / ${s}⌋ + 1${rounded} = ${output}`,
      latex: `N' = \\left\\lfloor \\frac{${latexTop}}{${s}} \\right\\rfloor + 1${latexRounded} = ${output}`,
    },
  ];
}

/** SAME at a stride or with an even window, where the padding of the two ends may differ: ⌈N/S⌉, then with the numbers. */
export function sameFormula(axis: Axis): Formula[] {
  const { n, s = 1 } = axis;
  const { output } = sameBorders(axis);
  return [
    { plain: "N' = ⌈N / S⌉", latex: "N' = \\left\\lceil \\frac{N}{S} \\right\\rceil" },
    { plain: `N' = ⌈${n} / ${s}⌉ = ${output}`, latex: `N' = \\left\\lceil \\frac{${n}}{${s}} \\right\\rceil = ${output}` },
  ];
}

/** A transposed convolution: the general formula, then with the numbers. Dilation and output padding appear only where there is some. */
export function transposedFormula(axis: Omit<Axis, 'q'> & { op?: number }): Formula[] {
  const { n, f, p = 0, s = 1, d = 1, op = 0 } = axis;
  const more = op > 0 ? ' + OP' : '';
  const end = op > 0 ? ` + ${op}` : '';
  const output = transposedSize(axis);
  return d > 1
    ? [
        { plain: `N' = (N − 1)·S − 2P + D(F − 1) + 1${more}`, latex: `N' = (N - 1) \\cdot S - 2P + D(F - 1) + 1${more}` },
        {
          plain: `N' = (${n} − 1)·${s} − 2·${p} + ${d}·(${f} − 1) + 1${end} = ${output}`,
          latex: `N' = (${n} - 1) \\cdot ${s} - 2 \\cdot ${p} + ${d} \\cdot (${f} - 1) + 1${end} = ${output}`,
        },
      ]
    : [
        { plain: `N' = (N − 1)·S − 2P + F${more}`, latex: `N' = (N - 1) \\cdot S - 2P + F${more}` },
        {
          plain: `N' = (${n} − 1)·${s} − 2·${p} + ${f}${end} = ${output}`,
          latex: `N' = (${n} - 1) \\cdot ${s} - 2 \\cdot ${p} + ${f}${end} = ${output}`,
        },
      ];
}

/** The same formula with decimals as the language writes them: 1,333 in Russian. */
export function inLanguage({ latex, plain }: Formula, language: Language): Formula {
  if (language !== 'ru') return { latex, plain };
  return { latex: latex.replace(/(\d)\.(\d)/g, '$1{,}$2'), plain: plain.replace(/(\d)\.(\d)/g, '$1,$2') };
}

/** A number short enough for a formula: 1.333. */
const trim = (value: number) => String(Math.round(value * 1000) / 1000);
