import { keepPreviousData, type QueryClient, useQuery } from '@tanstack/react-query';
import type { DecisionState, DeskFlag, FlagFile } from '../../../schemas/decision.ts';
import { server } from '../api/server.ts';

export const SIZE = 50;

/** Conditions of the queue by their names in the address; they are those of the server. */
export const conditionNames = ['kind', 'certain', 'severity', 'place', 'words', 'from', 'to', 'assignee', 'report'];
export type Conditions = NonNullable<Parameters<typeof server.flagsList>[0]>;

export interface Said {
  state: DecisionState;
  reason?: string;
  comment?: string;
  /** Null: nobody; left out: stays as it is. */
  assignee?: string | null;
}

export function useFlags(conditions: Conditions, cursor: string | undefined) {
  const query = { ...conditions, limit: SIZE, ...(cursor ? { cursor } : {}) };
  return useQuery({
    queryKey: ['flags', 'queue', query],
    queryFn: ({ signal }) => server.flagsList(query, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function useFlagFile(id: string | undefined) {
  return useQuery({
    queryKey: ['flags', 'file', id],
    queryFn: ({ signal }) => server.flagsDetail(id ?? '', { signal }) as Promise<FlagFile>,
    enabled: id !== undefined,
  });
}

export function useFlagCounts() {
  return useQuery({ queryKey: ['flags', 'counts'], queryFn: ({ signal }) => server.flagsCountsList({}, { signal }) });
}

/** `version` is that of the last entry the auditor has seen: where somebody was quicker, a 409 brings what was said. */
export const decide = (flag: string, version: number, said: Said) =>
  server.flagsDecisionsCreate(flag, { ...said, version });

export const undo = (flag: string, version: number) => server.flagsUndoCreate(flag, { version });

export const decideTogether = (flags: readonly Pick<DeskFlag, 'id' | 'version'>[], said: Said) =>
  server.decisionsCreate({ ...said, flags: flags.map(({ id, version }) => ({ id, version })) });

/** Whatever was decided, every list and count may be another now. */
export const forget = (queries: QueryClient): Promise<void> => queries.invalidateQueries({ queryKey: ['flags'] });
