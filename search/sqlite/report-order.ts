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

  add(fresh: readonly (readonly [report: R, column: number])[]): void {
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

  remove(isGone: (report: R) => boolean): void {
    const stays = this.reports.map((report) => !isGone(report));
    this.reports = this.reports.filter((_, rank) => stays[rank]);
    this.columns = this.columns.filter((_, rank) => stays[rank]);
  }
}
