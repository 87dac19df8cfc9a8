import { Button, Loader } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Problem } from '../api/problem.ts';
import { useMessages } from '../language.tsx';
import style from './states.module.css';

/** Nothing is there, and what can be done about it. */
export function Empty({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  return (
    <div className={style.state}>
      <p className={style.title}>{title}</p>
      {hint && <p className={style.hint}>{hint}</p>}
      {children}
    </div>
  );
}

export function Loading() {
  const { common } = useMessages();
  return (
    <div className={style.state} role="status">
      <Loader size="sm" aria-hidden />
      <span>{common.loading}</span>
    </div>
  );
}

/** The server's own words where it refused; otherwise that it could not be reached. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const { problems, common } = useMessages();
  const known = error instanceof Problem ? error : null;
  return (
    <div className={style.state} role="alert">
      <p className={style.title}>{known ? known.message : problems.away}</p>
      <p className={style.hint}>{known ? known.detail : problems.awayHint}</p>
      {known && known.errors.length > 0 && (
        <ul>
          {known.errors.map((one) => (
            <li key={one.path}>{one.message}</li>
          ))}
        </ul>
      )}
      {known && known.status >= 500 && <p className={style.hint}>{problems.code(known.code)}</p>}
      {retry && (
        <Button variant="default" onClick={retry}>
          {common.retry}
        </Button>
      )}
    </div>
  );
}

/** Shows what a query has brought, or how it stands. */
export function Awaited<T>({ of, children }: { of: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (of.data !== undefined) return children(of.data);
  if (of.isError) return <Failed error={of.error} retry={() => void of.refetch()} />;
  return <Loading />;
}
