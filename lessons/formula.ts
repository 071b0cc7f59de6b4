import { type Axis, outputSize } from './arithmetic.ts';

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

/** A number short enough for a formula: 1.333. */
export const trim = (value: number) => String(Math.round(value * 1000) / 1000);
