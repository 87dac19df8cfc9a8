import type { ChildProcess } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { start } from '../cli/run.ts';

const RESTART_MS = 1_000;

/** How one worker is run: under another program, with another environment. */
interface Station {
  under: readonly string[];
  environment: Record<string, string>;
}

/** Worker processes that are started again whenever they end, as a container engine does it. */
export class Crew {
  readonly #at = new Map<Station, ChildProcess>();
  readonly #environment: Record<string, string>;
  #leaving = false;
  /** What workers said that ended by themselves. */
  readonly endings: string[] = [];

  constructor(environment: Record<string, string>, stations: Station[]) {
    this.#environment = environment;
    for (const station of stations) this.#start(station);
  }

  #start(station: Station): void {
    const { under, environment } = station;
    const worker = start(['worker', '--concurrency', '1'], { ...this.#environment, ...environment }, under);
    let said = '';
    worker.stdout?.resume();
    worker.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-2_000);
    });
    this.#at.set(station, worker);
    worker.on('close', async (status, signal) => {
      if (this.#leaving) return;
      if (signal === null && status !== 137) this.endings.push(said.trim());
      await sleep(RESTART_MS);
      if (!this.#leaving) this.#start(station);
    });
  }

  /** Asks all of them to stop; their exit statuses. */
  async leave(): Promise<(number | null)[]> {
    this.#leaving = true;
    return Promise.all(
      [...this.#at.values()].map(
        (worker) =>
          new Promise<number | null>((resolve) => {
            if (worker.exitCode !== null || worker.signalCode !== null) return resolve(worker.exitCode);
            worker.on('close', resolve);
            worker.kill('SIGTERM');
          }),
      ),
    );
  }

  end(): void {
    this.#leaving = true;
    for (const worker of this.#at.values()) worker.kill('SIGKILL');
  }
}

const plain: Station = { under: [], environment: {} };

/** A worker whose files take a fifth of a second to reach the disk; null where `strace` is not installed. */
export function onSlowDisk(): Station | null {
  const strace = '/usr/bin/strace';
  if (!existsSync(strace)) return null;
  const calls = 'fsync,rename';
  const slowly = ['-e', `trace=${calls}`, '-e', `inject=${calls}:delay_enter=200000`];
  return { under: [strace, '-D', '-f', '--seccomp-bpf', '-qq', '-o', '/dev/null', ...slowly], environment: {} };
}

/** A worker whose clock can be set; null where `libfaketime` is not installed. */
export function withOwnClock(folder: string): (Station & { jump(seconds: number): void }) | null {
  const library = '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1';
  if (!existsSync(library)) return null;
  const file = join(folder, 'clock');
  const jump = (seconds: number): void => writeFileSync(file, `${seconds < 0 ? '' : '+'}${seconds}s\n`);
  jump(0);
  return {
    under: [],
    environment: {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      DONT_FAKE_MONOTONIC: '1',
    },
    jump,
  };
}

/** So many stations, the given ones first. */
export function stations(count: number, special: (Station | null)[]): Station[] {
  const there = special.filter((station) => station !== null);
  return [...there, ...Array.from({ length: count - there.length }, () => ({ ...plain }))];
}
