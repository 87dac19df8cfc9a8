import type { Decision, Standing } from '../../schemas/decision.ts';
import { paint } from './format.ts';
import type { Messages } from './messages/vi.ts';
import type { Session } from './session.ts';

/** How a flag stands, and by what id it can be decided on. */
export function printStanding(
  { print, messages: { desk } }: Session,
  { id, state, assignee, reopenedBecause, decision }: Standing & { id: string },
): void {
  const said = decision && saidText(decision, desk);
  const parts = [
    `${desk.id} ${paint('bold', id)}`,
    reopenedBecause ? desk.reopened(said ?? '') : (said ?? desk.states[state]),
    ...(assignee ? [desk.assigned(assignee)] : []),
  ];
  print(`  ${parts.join(' · ')}`);
}

/** `bỏ qua (Trần Thị Lan, 1/7/2023 15:00) · lý do: số làm tròn`. */
export function saidText(
  { state, by, at, reason, comment, undoes }: Decision,
  { states, said, undoes: takesBack, reason: why, comment: remark }: Messages['desk'],
): string {
  return [
    said(states[state], by, showTime(at)),
    ...(undoes === null ? [] : [takesBack(undoes)]),
    ...(reason === null ? [] : [`${why}: ${reason}`]),
    ...(comment === null ? [] : [`${remark}: ${comment}`]),
  ].join(' · ');
}

const local = new Intl.DateTimeFormat('vi-VN', {
  ...{ day: 'numeric', month: 'numeric', year: 'numeric' },
  ...{ hour: '2-digit', minute: '2-digit' },
});

/** The time on the clock of this machine. */
export function showTime(iso: string): string {
  return local.format(new Date(iso));
}
