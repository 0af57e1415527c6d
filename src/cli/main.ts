import { createProgram } from './program.ts';

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
