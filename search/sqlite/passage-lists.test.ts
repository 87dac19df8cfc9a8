import { expect, test } from 'vitest';
import { indexedReports } from '../../test/contract/sample-reports.ts';
import { entryFor } from '../../test/contract/store.ts';
import { Database } from './database.ts';
import { PassageLists } from './passage-lists.ts';
import { PassageTail } from './passage-tail.ts';
import { put } from './write.ts';

const expressions = ['"doi"', '"dan" *', '"doi thoai"', '"nhan" OR "dan"', '"#218qdtw"', '"khong-co"'];
const all = (database: Database): number => database.value<number>('SELECT coalesce(max(id), 0) + 1 FROM passage');

test.each([
  ['everything kept', 1_000_000],
  ['next to nothing kept', 2],
])('lists asked for all the while are those asked for at the end: %s', (_, most) => {
  const database = new Database(':memory:');
  const lists = new PassageLists(database, most);
  const ask = (asked: PassageLists) =>
    expressions.map((expression) => [...asked.of('folded', expression, all(database))]);
  for (const indexed of indexedReports()) {
    put(database, indexed, entryFor(indexed));
    ask(lists);
  }
  expect(ask(lists)).toEqual(ask(new PassageLists(database)));
  expect(ask(lists)[0]!.length).toBeGreaterThan(0);
});

test('the index of the newest passages begins anew when it has grown, and leaves old ones to the store', () => {
  const database = new Database(':memory:');
  for (const indexed of indexedReports()) put(database, indexed, entryFor(indexed));
  const size = all(database);
  const tail = new PassageTail(database, 4);
  const count = (index: Database): number => index.value('SELECT count(*) FROM passage_exact');
  expect(tail.holding(0, 3)).toBe(database);
  expect(tail.holding(1, size)).toBe(database);
  expect(count(tail.holding(2, 5))).toBe(3);
  expect(tail.holding(1, 5)).toBe(database);
  expect(count(tail.holding(4, 6))).toBe(4);
  expect(count(tail.holding(5, 7))).toBe(2);
});
