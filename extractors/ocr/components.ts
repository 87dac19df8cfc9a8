import type { Box } from './bitmap.ts';
import type { Ink } from './ink.ts';

interface Run {
  from: number;
  to: number;
  label: number;
}

/** Fewer pixels than this are specks. */
const MIN_PIXELS = 6;

/** The pieces of ink that hang together (also across corners), each with the box around it, from top to bottom. */
export function componentsOf({ width, height, data }: Ink): Box[] {
  const parent: number[] = [];
  const boxes: (Box & { pixels: number })[] = [];
  const find = (label: number): number => {
    let root = label;
    while (parent[root] !== root) root = parent[root]!;
    parent[label] = root;
    return root;
  };
  let above: Run[] = [];
  for (let y = 0; y < height; y++) {
    const row: Run[] = [];
    let next = 0;
    for (let x = 0; x < width; x++) {
      if (!data[y * width + x]) continue;
      const from = x;
      while (x < width && data[y * width + x]) x++;
      const run: Run = { from, to: x, label: -1 };
      while (next < above.length && above[next]!.to < from) next++;
      for (let i = next; i < above.length && above[i]!.from <= x; i++) {
        const root = find(above[i]!.label);
        if (run.label < 0) run.label = root;
        else if (root !== run.label) {
          parent[root] = run.label;
          boxes[run.label] = joined(boxes[run.label]!, boxes[root]!);
        }
      }
      const own = { left: from, top: y, right: x, bottom: y + 1, pixels: x - from };
      if (run.label < 0) {
        run.label = parent.length;
        parent.push(run.label);
        boxes.push(own);
      } else boxes[run.label] = joined(boxes[run.label]!, own);
      row.push(run);
    }
    above = row;
  }
  return boxes.filter((box, label) => parent[label] === label && box.pixels >= MIN_PIXELS);
}

function joined(a: Box & { pixels: number }, b: Box & { pixels: number }): Box & { pixels: number } {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
    pixels: a.pixels + b.pixels,
  };
}
