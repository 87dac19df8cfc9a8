import { Progress, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { server } from '../api/server.ts';
import { useMessages } from '../language.tsx';
import { fileName } from '../parts/report-line.tsx';
import { useTitle } from '../parts/title.ts';
import { DropZone } from './drop-zone.tsx';
import { Ledger } from './ledger.tsx';
import style from './page.module.css';
import { useProgress } from './progress.ts';
import { type Sent, useSending } from './sending.ts';

/** The collection of files that were put in none. */
const DEFAULT = 'default';

const shownStates = ['indexed', 'partial', 'duplicate', 'failed', 'reading', 'queued'] as const;

/** Files go in here; how they fare is told while it happens, and none is ever lost from sight. */
export default function IngestPage() {
  const { ingest } = useMessages();
  useTitle(ingest.title);
  const queries = useQueryClient();
  const onSent = useCallback(() => void queries.invalidateQueries({ queryKey: ['jobs'] }), [queries]);
  const { files, send } = useSending(onSent);
  const [collection, setCollection] = useState(DEFAULT);
  return (
    <>
      <h1>{ingest.title}</h1>
      <DropZone take={(given) => send(given, collection.trim() || DEFAULT)} />
      <TextInput
        size="xs"
        mt="sm"
        maw={320}
        label={ingest.collection}
        value={collection}
        maxLength={200}
        onChange={(event) => setCollection(event.currentTarget.value)}
      />
      {files.length > 0 && <Files files={files} />}
      <Balance />
      <Ledger />
    </>
  );
}

function Files({ files }: { files: readonly Sent[] }) {
  const { ingest, words } = useMessages();
  const done = files.filter(({ state }) => state !== 'waiting' && state !== 'sending').length;
  const stateOf: Record<Sent['state'], string | undefined> = {
    waiting: ingest.waiting,
    sending: ingest.sending,
    queued: words.states.queued,
    known: ingest.known,
    refused: ingest.refused,
    failed: ingest.notSent,
  };
  return (
    <>
      <Progress mt="sm" value={(100 * done) / files.length} aria-label={ingest.progress(done, files.length)} />
      <p className={style.dim} role="status">
        {ingest.progress(done, files.length)}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <ul className={style.files} tabIndex={0} aria-label={ingest.sending}>
        {files.map((file) => (
          <li key={file.key}>
            <span>{file.name}</span>
            {file.state === 'sending' ? (
              <Progress value={100 * file.share} aria-label={`${ingest.sending} ${file.name}`} />
            ) : (
              <span className={file.state === 'refused' || file.state === 'failed' ? style.reason : style.dim}>
                {stateOf[file.state]}
              </span>
            )}
            {file.detail && <span className={style.dim}>{file.detail}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Balance() {
  const { ingest, words, common } = useMessages();
  const progress = useProgress();
  const first = useQuery({ queryKey: ['jobs', 'balance'], queryFn: () => server.jobsList({ limit: 1 }) });
  const balance = progress.balance ?? first.data?.balance;
  if (!balance) return null;
  const sum = shownStates.reduce((total, state) => total + balance[state], 0);
  const settled = balance.queued + balance.reading === 0 && sum === balance.files;
  return (
    <section aria-label={ingest.balance}>
      <div className={style.head}>
        <h2>{ingest.balance}</h2>
        <span className={style.dim} role="status">
          {settled ? ingest.even(balance.files) : ingest.uneven} {!progress.connected && ingest.offline}
        </span>
      </div>
      <div className={style.balance}>
        {shownStates.map((state) => (
          <div key={state}>
            <span className={style.count} data-bad={state === 'failed' && balance.failed > 0}>
              {common.count(balance[state])}
            </span>
            <span className={style.dim}>{words.states[state]}</span>
          </div>
        ))}
      </div>
      {progress.reading.map(({ path, page, pages }) => (
        <div key={path}>
          <span className={style.dim}>
            {fileName(path)} · {ingest.page(page, pages)}
          </span>
          <Progress value={(100 * page) / pages} aria-label={`${fileName(path)}: ${ingest.page(page, pages)}`} />
        </div>
      ))}
    </section>
  );
}
