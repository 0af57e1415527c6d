import { setFlagsFromString } from 'node:v8';
import { createProgram } from './program.ts';

// By default the heap may grow to several times what is in use before anything is collected: hundreds of megabytes in a large repository, and no time won.
setFlagsFromString('--heap-growing-percent=30');

const program = createProgram({
  programFolder: import.meta.dirname,
  folder: process.cwd(),
  colour: process.stdout.isTTY && !process.env['NO_COLOR'],
  out: (text) => process.stdout.write(text),
  log: (text) => process.stderr.write(text),
  exit: (status) => {
    process.exitCode = status;
  },
});
void program.parseAsync();
