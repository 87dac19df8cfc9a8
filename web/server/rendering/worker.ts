import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { identify } from '../../../pipeline/identify.ts';
import { wordHtml } from '../../../pipeline/word-html.ts';

const bytes = await readFile(workerData as string);
const { reader } = await identify(bytes);
parentPort?.postMessage(reader === 'docx' ? await wordHtml(bytes) : null);
