import { useMessages } from '../language.tsx';
import { lastOf } from './territories.ts';

/** What a value of a facet is called. */
export function useValueName(): (facet: string, value: string) => string {
  const { words } = useMessages();
  return (facet, value) => {
    if (facet === 'place') return lastOf(value);
    const names = { level: words.levels, status: words.statuses }[facet];
    return names?.[value] ?? value;
  };
}
