import { expect, test } from 'vitest';
import type { Directive, TraceMention } from '../schemas/search.ts';
import { neighbours, related, timeline } from './trace-context.ts';

const mention = (quote: string, verb: string | null, report: { id: string; date: string | null; number: string }) =>
  ({ quote, verb, report }) as TraceMention;

const first = { id: '1', date: '2023-06-19', number: '361-BC/TU' };
const second = { id: '2', date: null, number: '12-BC/HU' };
const mentions = [
  mention('Kế hoạch số 246-KH/TU, ngày 10/5/2023 tổng kết Quyết định số 218-QĐ/TW.', 'tổng kết', first),
  mention('Thực hiện Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW.', 'thực hiện', first),
  mention('Phổ biến Quyết định số 217, Quyết định số 217-QĐ/TW, Quyết định số 218-QĐ/TW.', null, second),
];
const cascade = [{ number: '246-KH/TU', via: 'tổng kết', children: [] }];
const directive = { number: '218-QĐ/TW', date: '2013-12-12' } as Directive;
const near = neighbours(mentions, ['#218qdtw']);

test('what is cited together, most often first, is no paper of the cascade', () => {
  expect(related(near, cascade)).toEqual([{ number: '217-QĐ/TW', mentions: 2 }]);
});

test('a timeline of its own day, dated papers and dated reports', () => {
  expect(timeline(directive, mentions, cascade, near)).toEqual([
    { date: '2013-12-12', number: '218-QĐ/TW', verbs: ['ban hành'], report: null },
    { date: '2023-05-10', number: '246-KH/TU', verbs: ['tổng kết'], report: null },
    { date: '2023-06-19', number: '361-BC/TU', verbs: ['tổng kết', 'thực hiện'], report: '1' },
  ]);
});
