/** A graph whose cheapest cut is looked for. Nodes are 0…nodes − 1, edges lead one way. */
export interface CutGraph {
  nodes: number;
  source: number;
  sink: number;
  /** Capacities are 0 or more; `Infinity` is never cut. `back`: of the edge the other way, 0 if not given. */
  edges: readonly { from: number; to: number; capacity: number; back?: number }[];
}

export interface MinCut {
  /** Sum of the capacities of the edges that lead from the source's side to the sink's. */
  cost: number;
  /** For each node 1 on the source's side, 0 on the sink's. */
  side: Uint8Array;
}

/**
 * The cheapest cut between source and sink, by the largest flow (Dinic, 1970): shortest paths to the sink are filled until none is left.
 * Of several cheapest cuts it is the one with the smallest source side.
 */
export function minCut({ nodes, source, sink, edges }: CutGraph): MinCut {
  const net = linked(nodes, edges);
  let cost = 0;
  for (;;) {
    const level = levels(net, nodes, source);
    if (level[sink]! < 0) return { cost, side: Uint8Array.from(level, (depth) => (depth < 0 ? 0 : 1)) };
    const flow = fill(net, level, source, sink);
    if (flow === Number.POSITIVE_INFINITY) throw new RangeError('source and sink cannot be cut apart');
    cost += flow;
  }
}

/** Edges as lists: `first[node]`, then `next[edge]`; edge e and e ^ 1 are the two ways of one edge. */
interface Net {
  first: Int32Array;
  next: Int32Array;
  to: Int32Array;
  rest: Float64Array;
}

function linked(nodes: number, edges: CutGraph['edges']): Net {
  const first = new Int32Array(nodes).fill(-1);
  const [next, to, rest] = [new Int32Array(2 * edges.length), new Int32Array(2 * edges.length), new Float64Array(2 * edges.length)];
  edges.forEach(({ from, to: end, capacity, back = 0 }, index) => {
    for (const [edge, tail, head, room] of [
      [2 * index, from, end, capacity],
      [2 * index + 1, end, from, back],
    ] as const) {
      to[edge] = head;
      rest[edge] = room;
      next[edge] = first[tail]!;
      first[tail] = edge;
    }
  });
  return { first, next, to, rest };
}

/** How many edges with room lead from the source to each node; −1 where none do. */
function levels({ first, next, to, rest }: Net, nodes: number, source: number): Int32Array {
  const level = new Int32Array(nodes).fill(-1);
  level[source] = 0;
  const queue = [source];
  for (const node of queue) {
    for (let edge = first[node]!; edge >= 0; edge = next[edge]!) {
      const head = to[edge]!;
      if (level[head]! >= 0 || rest[edge]! <= 0) continue;
      level[head] = level[node]! + 1;
      queue.push(head);
    }
  }
  return level;
}

/** Fills all shortest paths, one after the other; the stack of edges is the path so far. */
function fill({ first, next, to, rest }: Net, level: Int32Array, source: number, sink: number): number {
  const pending = first.slice();
  const path: number[] = [];
  let total = 0;
  let node = source;
  for (;;) {
    if (node === sink) {
      const room = path.reduce((least, edge) => Math.min(least, rest[edge]!), Number.POSITIVE_INFINITY);
      if (room === Number.POSITIVE_INFINITY) return room;
      total += room;
      for (const edge of path) {
        rest[edge]! -= room;
        rest[edge ^ 1]! += room;
      }
      const full = path.findIndex((edge) => rest[edge]! <= 0);
      node = to[path[full]! ^ 1]!;
      path.length = full;
      continue;
    }
    const edge = pending[node]!;
    if (edge >= 0) {
      const head = to[edge]!;
      if (rest[edge]! > 0 && level[head] === level[node]! + 1) {
        path.push(edge);
        node = head;
      } else pending[node] = next[edge]!;
      continue;
    }
    // a dead end: back by one edge, which is not tried again
    if (path.length === 0) return total;
    node = to[path.pop()! ^ 1]!;
    pending[node] = next[pending[node]!]!;
  }
}
