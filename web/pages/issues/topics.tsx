import { useQuery } from '@tanstack/react-query';
import { server } from '../api/server.ts';
import { useMessages } from '../language.tsx';
import style from './page.module.css';

interface TopicsProps {
  conditions: Record<string, string>;
  chosen: string;
  choose: (topic: string | null) => void;
}

/** How often each thing is raised, year by year; the widest bar is the most of all years and topics. */
export function Topics({ conditions, chosen, choose }: TopicsProps) {
  const { issues } = useMessages();
  const { topic: _, ...others } = conditions;
  const topics = useQuery({
    queryKey: ['issues', 'topics', others],
    queryFn: ({ signal }) => server.issuesTopicsList(others, { signal }),
  });
  if (!topics.data) return null;
  const most = Math.max(1, ...topics.data.items.flatMap(({ years }) => years.map(([, count]) => count)));
  return (
    <table className={style.topics}>
      <caption className="visually-hidden">{issues.topics}</caption>
      <tbody>
        {topics.data.items.map(({ topic, issues: count, years, places }) => (
          <tr key={topic} data-chosen={topic === chosen}>
            <th scope="row">
              <button
                type="button"
                className={style.pick}
                aria-pressed={topic === chosen}
                title={places
                  .slice(0, 5)
                  .map(([place, n]) => `${place}: ${n}`)
                  .join('\n')}
                onClick={() => choose(topic === chosen ? null : topic)}
              >
                {topic}
              </button>
            </th>
            <td className={style.number}>{count}</td>
            <td className={style.years}>
              {years.map(([year, n]) => (
                <span key={year} className={style.year} title={`${year}: ${n}`}>
                  <span className={style.bar} style={{ width: `${(100 * n) / most}%` }} />
                  <span className={style.yearName}>
                    {year} · {n}
                  </span>
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
