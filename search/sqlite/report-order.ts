import { compareReports } from '../query/rank.ts';

interface Ordered {
  date: string | null;
  sha: string;
}

const inOrder = (a: Ordered, b: Ordered): number =>
  compareReports({ date: a.date, id: a.sha }, { date: b.date, id: b.sha });

/** Reports in the order of answers, and beside them the column of each (`ReportColumns`). */
export class ReportOrder<R extends Ordered> {
  reports: R[] = [];
  columns: number[] = [];
  #fromOldest: number[] | null = null;

  add(fresh: readonly (readonly [report: R, column: number])[]): void {
    this.#fromOldest = null;
    if (fresh.length <= this.reports.length) {
      for (const one of fresh) this.#insert(...one);
      return;
    }
    const all = [...this.reports.map((report, rank) => [report, this.columns[rank]!] as const), ...fresh];
    all.sort(([a], [b]) => inOrder(a, b));
    this.reports = all.map(([report]) => report);
    this.columns = all.map(([, column]) => column);
  }

  #insert(report: R, column: number): void {
    let [from, to] = [0, this.reports.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (inOrder(this.reports[middle]!, report) < 0) from = middle + 1;
      else to = middle;
    }
    this.reports.splice(from, 0, report);
    this.columns.splice(from, 0, column);
  }

  /** Ranks of all reports, the oldest first; those of one day in their order, undated ones last. */
  fromOldest(): readonly number[] {
    if (this.#fromOldest) return this.#fromOldest;
    const dates = this.reports.map(({ date }) => date);
    const dated = dates.indexOf(null) === -1 ? dates.length : dates.indexOf(null);
    const ranks: number[] = [];
    for (let end = dated; end > 0; ) {
      let first = end - 1;
      while (first > 0 && dates[first - 1] === dates[end - 1]) first--;
      for (let rank = first; rank < end; rank++) ranks.push(rank);
      end = first;
    }
    for (let rank = dated; rank < dates.length; rank++) ranks.push(rank);
    this.#fromOldest = ranks;
    return ranks;
  }

  remove(isGone: (report: R) => boolean): void {
    this.#fromOldest = null;
    const stays = this.reports.map((report) => !isGone(report));
    this.reports = this.reports.filter((_, rank) => stays[rank]);
    this.columns = this.columns.filter((_, rank) => stays[rank]);
  }
}
