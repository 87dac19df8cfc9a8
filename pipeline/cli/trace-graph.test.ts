import { expect, test } from 'vitest';
import type { Directive } from '../../schemas/search.ts';
import { toDot, toMermaid } from './trace-graph.ts';

const root = { number: '218-QĐ/TW' } as Directive;
const leaf = { number: '31-KH/QU', via: 'thực hiện', children: [] };
const cascade = [
  { number: '246-KH/TU', via: 'tổng kết', children: [leaf] },
  { number: '12-CT/TU', via: 'thực hiện', children: [leaf] },
];

test('each paper once and each link once for Graphviz', () => {
  expect(toDot(root, cascade)).toEqual([
    'digraph trace {',
    '  rankdir=BT;',
    '  node [shape=box];',
    '  "218-QĐ/TW" [style=bold];',
    '  "246-KH/TU" -> "218-QĐ/TW" [label="tổng kết"];',
    '  "31-KH/QU" -> "246-KH/TU" [label="thực hiện"];',
    '  "12-CT/TU" -> "218-QĐ/TW" [label="thực hiện"];',
    '  "31-KH/QU" -> "12-CT/TU" [label="thực hiện"];',
    '}',
  ]);
});

test('plain names with labels for Mermaid', () => {
  expect(toMermaid(root, cascade)).toEqual([
    'flowchart BT',
    '  p0["218-QĐ/TW"]',
    '  p1["246-KH/TU"]',
    '  p2["31-KH/QU"]',
    '  p3["12-CT/TU"]',
    '  p1 -->|tổng kết| p0',
    '  p2 -->|thực hiện| p1',
    '  p3 -->|thực hiện| p0',
    '  p2 -->|thực hiện| p3',
  ]);
});
