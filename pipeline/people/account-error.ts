/** What keeps an account from being made or changed; whoever shows it puts it into words. */
export class AccountError extends Error {
  override name = 'AccountError';
  readonly code: AccountProblem;
  constructor(code: AccountProblem) {
    super(code);
    this.code = code;
  }
}

export type AccountProblem =
  | 'bad-name'
  | 'name-taken'
  | 'no-account'
  | 'weak-password'
  /** Nobody would be left to manage the others. */
  | 'last-administrator'
  /** The link of the first start was used, is too old, or there are accounts already. */
  | 'setup-over';
