/** All that can be done with the flag at hand: by button and by key alike. */
export type FlagActions = Record<
  'confirm' | 'dismiss' | 'fixed' | 'reopen' | 'assign' | 'comment' | 'undo' | 'openReport',
  () => void
>;
