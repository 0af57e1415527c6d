import { setFlagsFromString } from 'node:v8';
import { createProgram } from './program.ts';

// By default the heap may grow to several times what is in use before anything is collected: hundreds of megabytes in a large repository, and no time won.
setFlagsFromString('--heap-growing-percent=30');
// Objects of a check live longer than it takes to fill the first megabyte: space for new ones grows to its full size at once, not by doubling.
setFlagsFromString('--semi-space-growth-factor=16');

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
