/**
 * How the table announces a sum.
 * - `stated`: written out, «(5) = (3) + (4)».
 * - `plain`: nothing else can be meant: «Tổng» under a plain list, «Cộng» at the end of a group of columns.
 * - `likely`: words say so, but other readings are left: «Tổng số mô hình» with a group «Trong đó» further on.
 * - `learned`: only the figures suggest it («Tiếp nhận | Đã giải quyết | Đang giải quyết»): many lines have to bear it out.
 */
export type Strength = 'stated' | 'plain' | 'likely' | 'learned';

/**
 * A sum that the structure of a table promises: one line is the total of others. `down`: lines are rows, checked in every
 * column of figures; `across`: lines are columns, checked in every row.
 */
export interface Shape {
  axis: 'down' | 'across';
  total: number;
  parts: number[];
  strength: Strength;
}

/**
 * Readings that exclude each other; the figures decide which of them is meant. A reading is one shape, or several that
 * stand or fall together («Tổng số» over three columns, each the sum of its like).
 */
export type Alternatives = Shape[][];
