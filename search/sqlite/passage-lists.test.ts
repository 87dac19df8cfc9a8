import { expect, test } from 'vitest';
import { Database } from './database.ts';
import { PassageLists } from './passage-lists.ts';

const database = new Database(':memory:');
let passages = 0;
const write = (words: string): void =>
  void database.run('INSERT INTO passage_folded (rowid, words) VALUES (?, ?)', ++passages, words);

test('only what is new is looked for, and what has no room is looked for again', () => {
  for (const words of ['dan van', 'dan so', 'van hoa']) write(words);
  const lists = new PassageLists(database, 3);
  const of = (word: string): number[] => [...lists.of('folded', `"${word}"`, passages + 1)];
  expect(of('dan')).toEqual([1, 2]);
  write('nhan dan');
  expect(of('dan')).toEqual([1, 2, 4]);
  expect(of('van')).toEqual([1, 3]);
  expect(of('dan')).toEqual([1, 2, 4]);
  database.run('DELETE FROM passage_folded WHERE rowid = 4');
  expect(of('dan')).toEqual([1, 2, 4]);
  lists.forget();
  expect(of('dan')).toEqual([1, 2]);
});
