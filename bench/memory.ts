import { readFileSync } from 'node:fs';
import { extractBytes } from '../pipeline/stages.ts';

// Reads the files named on the command line and prints the peak resident memory of this process in MB.
for (const file of process.argv.slice(2)) await extractBytes(file, readFileSync(file), { maxPages: 2000 });
console.log((process.resourceUsage().maxRSS / 1024).toFixed(0));
