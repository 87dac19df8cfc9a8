import { reportFailure } from './failure.ts';
import { chooseLanguage } from './language.ts';
import { buildProgram } from './program.ts';

// `doisoat … | head` closes the pipe before everything is written: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const messages = await chooseLanguage(process.argv.slice(2), process.env);
try {
  await buildProgram(messages).parseAsync(process.argv);
} catch (error) {
  process.exitCode = await reportFailure(error, messages);
}
