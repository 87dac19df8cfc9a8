import type { AccountProblem } from '../../../pipeline/people/account-error.ts';
import type { ProblemCode } from '../problem.ts';

/** What keeps an account from being made or changed, as a problem. */
export const accountProblems: Record<AccountProblem, ProblemCode> = {
  'bad-name': 'bad-name',
  'name-taken': 'name-taken',
  'no-account': 'not-found',
  'weak-password': 'weak-password',
  'last-administrator': 'last-administrator',
  'setup-over': 'setup-over',
};
