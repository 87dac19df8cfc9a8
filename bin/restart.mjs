import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';

const OLDEST = 24;

/** Path of the packaged Node 24, or null when this process already runs on one that is new enough. */
export function nodeCommand() {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST) return null;
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  try {
    const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
    return join(dirname(manifest), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  } catch {
    console.error(
      `doisoat cần Node.js ${OLDEST} trở lên; máy đang chạy ${process.version} và gói ${name} chưa được cài.\n` +
        `doisoat needs Node.js ${OLDEST} or newer. This is ${process.version}, and the package ${name} is not installed.\n` +
        'Chạy lại / Run again: npm ci',
    );
    process.exit(2);
  }
}

/** Runs the program in this one's place: same terminal, signals handed on, same exit status. */
export function run(command, args) {
  const child = spawn(command, args, { stdio: 'inherit' });
  // SIGINT from a terminal reaches the whole process group; the child decides how to end, and we wait for it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('error', (error) => {
    console.error(error.message);
    process.exit(2);
  });
  child.on('exit', (code, signal) => {
    process.exit(signal ? 128 + constants.signals[signal] : code);
  });
}
