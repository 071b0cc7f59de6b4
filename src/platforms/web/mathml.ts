import temml, { type Options } from 'temml';
import type { WireMath } from './client/wire.ts';

/** What Temml makes of LaTeX: its own nodes, of elements, texts, and groups without an element. */
interface TemmlNode {
  type?: string;
  attributes?: Record<string, string>;
  classes?: string[];
  children?: TemmlNode[];
  text?: string;
}

// Temml's own types leave out that its face has the tree under this name
const { __renderToMathMLTree: renderTree } = temml as unknown as {
  __renderToMathMLTree(latex: string, options: Options): TemmlNode;
};

/** Presentation elements of MathML Core; nothing that could load or run anything. */
const ELEMENTS = new Set(
  'math mrow mi mn mo mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mtd mpadded mphantom mstyle'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'accent accentunder columnspan depth display displaystyle fence form height largeop linethickness lspace mathvariant maxsize minsize movablelimits rowspan rspace scriptlevel separator stretchy symmetric voffset width'.split(
    ' ',
  ),
);

/** Temml's class of the mark of N′, which the page's style sheet shows larger. */
const PRIME = 'tml-prime';

/** A line of LaTeX as MathML, in well under a millisecond; undefined for what cannot be typeset. */
export function toMathMl(latex: string): WireMath | undefined {
  try {
    const tree = renderTree(latex, { displayMode: true, throwOnError: true, annotate: false });
    const [math] = toWire(tree);
    return typeof math === 'object' && math.tag === 'math' ? math : undefined;
  } catch {
    return undefined;
  }
}

function toWire({ type, attributes = {}, classes = [], children = [], text }: TemmlNode): (WireMath | string)[] {
  if (text !== undefined && type === undefined) return [text];
  const inner = children.flatMap(toWire);
  if (type === undefined || type === '') return inner;
  // an element that is not known shows what is in it
  if (!ELEMENTS.has(type)) return [{ tag: 'mrow', attributes: {}, children: inner }];
  const kept = Object.entries(attributes).filter(([name]) => ATTRIBUTES.has(name));
  if (classes.includes(PRIME)) kept.push(['class', PRIME]);
  return [{ tag: type, attributes: Object.fromEntries(kept), children: inner }];
}
