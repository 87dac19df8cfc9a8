import { pino } from 'pino';
import { ServerError } from '../../search/server-error.ts';
import { jobId } from '../job-id.ts';
import type { FileObserver } from '../observe-files.ts';
import type { QueueWarning } from '../ports.ts';
import { PIPELINE_VERSION } from '../version.ts';
import { reasonText } from './run-ingest.ts';
import { tellTrouble } from './server-trouble.ts';
import type { Session } from './session.ts';

/** What a worker tells of its work. */
export interface WorkerLog extends FileObserver {
  ready(concurrency: number): void;
  warning(code: QueueWarning): void;
  trouble(error: Error): void;
  stopped(): void;
}

export function openWorkerLog(session: Session): WorkerLog {
  return session.settings.log === 'json' ? forPrograms() : forPeople(session);
}

/** One line a file on standard output, remarks on standard error. */
function forPeople(session: Session): WorkerLog {
  const { messages, note } = session;
  return {
    ready: (concurrency) => note(messages.worker.ready(concurrency)),
    warning: (code) => note(messages.servers.warnings[code]),
    trouble: tellTrouble(session),
    settled(entry) {
      if (session.json) session.printJson(entry);
      else
        session.print(
          [messages.states[entry.state], entry.path, reasonText(session, entry)].filter(Boolean).join('  '),
        );
    },
    attemptFailed() {},
    stopped: () => note(messages.worker.stopped),
  };
}

/**
 * JSON lines on standard error. A file is named by its hash and its job, never by its path, which may hold a person's
 * name; of an error its kind and place, never its message, which may quote a report.
 */
function forPrograms(): WorkerLog {
  const log = pino(
    { base: { pid: process.pid, pipeline: PIPELINE_VERSION } },
    pino.destination({ dest: 2, sync: true }),
  );
  return {
    ready: (concurrency) => log.info({ concurrency }, 'ready'),
    warning: (code) => log.warn({ code }, 'queue'),
    trouble(error) {
      if (error instanceof ServerError)
        log.warn({ server: error.server, problem: error.problem }, 'waiting for a server');
      else log.warn({ error: placeOf(error) }, 'trouble');
    },
    settled(entry, seconds) {
      const { state, reason, sha256, size, attempts } = entry;
      const job = jobId(entry, PIPELINE_VERSION);
      log[state === 'failed' ? 'warn' : 'info'](
        { job, file: sha256, state, reason, size, attempts, seconds },
        'settled',
      );
    },
    attemptFailed(job, error, seconds) {
      log.warn({ job: jobId(job, PIPELINE_VERSION), error: placeOf(error), seconds }, 'attempt failed');
    },
    stopped: () => log.info('stopped'),
  };
}

function placeOf(error: Error): { name: string; code?: string; at: string[] } {
  const { code } = error as NodeJS.ErrnoException;
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { name: error.name, ...(code !== undefined && { code }), at: at.slice(0, 5).map((line) => line.trim()) };
}
