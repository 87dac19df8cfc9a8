import type { CascadeNode, Directive } from '../../schemas/search.ts';

interface Edge {
  from: string;
  to: string;
  verb: string;
}

/** Each paper once, each link once, in the order of the tree. */
function edgesOf(root: string, cascade: readonly CascadeNode[]): Edge[] {
  const edges = new Map<string, Edge>();
  const walk = (to: string, nodes: readonly CascadeNode[]): void => {
    for (const { number, via, children } of nodes) {
      edges.set(JSON.stringify([number, to, via]), { from: number, to, verb: via });
      walk(number, children);
    }
  };
  walk(root, cascade);
  return [...edges.values()];
}

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** For Graphviz: `doisoat trace 218-QĐ/TW --format dot | dot -Tsvg`. */
export function toDot({ number }: Directive, cascade: readonly CascadeNode[]): string[] {
  return [
    'digraph trace {',
    '  rankdir=BT;',
    '  node [shape=box];',
    `  ${quoted(number)} [style=bold];`,
    ...edgesOf(number, cascade).map(
      ({ from, to, verb }) => `  ${quoted(from)} -> ${quoted(to)} [label=${quoted(verb)}];`,
    ),
    '}',
  ];
}

/** For Mermaid, whose names must be plain words: papers are `p0`, `p1`, … with their numbers as labels. */
export function toMermaid({ number }: Directive, cascade: readonly CascadeNode[]): string[] {
  const edges = edgesOf(number, cascade);
  const names = new Map([...new Set([number, ...edges.map(({ from }) => from)])].map((paper, i) => [paper, `p${i}`]));
  return [
    'flowchart BT',
    ...Array.from(names, ([paper, name]) => `  ${name}["${paper.replaceAll('"', '#quot;')}"]`),
    ...edges.map(({ from, to, verb }) => `  ${names.get(from)} -->|${verb}| ${names.get(to)}`),
  ];
}
