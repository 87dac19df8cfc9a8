import { expect, test } from 'vitest';
import type { Draft } from './drafts.ts';
import { takeEndnotes } from './endnotes.ts';
import { raised } from './line/marks.ts';

const paragraph = (raw: string, page = 1): Draft => ({ kind: 'paragraph', raw, page, confidence: null });
const marked = paragraph(`khóa XV${raised('1', 1)} và đề án${raised('2', 1)}`);
const list = [paragraph('1. Nghị quyết số 5', 3), paragraph('2. Đề án số 6', 3)];

test('a list at the end that the marks of the text wait for', () => {
  const { drafts, notes } = takeEndnotes([marked, ...list], []);
  expect(drafts).toEqual([marked]);
  expect(notes).toEqual([
    { mark: '1', page: 3, raw: 'Nghị quyết số 5' },
    { mark: '2', page: 3, raw: 'Đề án số 6' },
  ]);
});

test.each<[string, Draft[], { mark: string; page: number; raw: string }[]]>([
  ['a list without marks', [paragraph('kiến nghị'), ...list], []],
  [
    'marks that footnotes answer',
    [marked, ...list],
    [
      { mark: '1', page: 1, raw: 'a' },
      { mark: '2', page: 1, raw: 'b' },
    ],
  ],
  ['a list with text after it', [marked, ...list, paragraph('Nơi nhận:')], []],
  ['a list that does not begin with 1', [marked, list[1]!], []],
  ['one item only', [paragraph(`khóa XV${raised('1', 1)}`), list[0]!], []],
])('%s stays text', (_, drafts, footnotes) => {
  expect(takeEndnotes(drafts, footnotes)).toEqual({ drafts, notes: [] });
});
