/** The little of MathJax's interface in Node that is used here; the package brings no types. */
declare module 'mathjax' {
  interface Conversion {
    display: boolean;
    /** Pixels that one em and one ex stand for, and the width at which lines are broken. */
    em: number;
    ex: number;
    containerWidth: number;
  }
  interface Typesetter {
    tex2svgPromise(latex: string, conversion: Conversion): Promise<unknown>;
    startup: { adaptor: { innerHTML(node: unknown): string } };
  }
  const mathjax: { init(configuration: object): Promise<Typesetter> };
  // biome-ignore lint/style/noDefaultExport: the package has this one
  export default mathjax;
}
