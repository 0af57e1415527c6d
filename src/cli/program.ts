import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { NOTATIONS } from '../model/notations.ts';
import { type CheckOptions, check } from './check.ts';
import { type ConvertOptions, convertFile } from './convert.ts';
import { type CoverageOptions, coverage } from './coverage.ts';
import { type ImpactOptions, impact } from './impact.ts';
import { type NarrowOptions, narrow } from './narrow.ts';
import { authorIn } from './author.ts';
import { type ReviewOptions, review } from './review.ts';
import { rules } from './rules.ts';
import { STATUS } from './status.ts';
import type { Terminal } from './terminal.ts';
import { type TreeOptions, tree } from './tree.ts';
import { UsageError } from './usage.ts';

/** The command line. It never exits the process by itself: it says the status and lets the output drain. */
export function createProgram(terminal: Terminal): Command {
  const program = new Command('warrant')
    .description('Links the claims of an assurance case to the code that is their evidence.')
    .version(VERSION)
    .showHelpAfterError('(see warrant --help)');
  program
    .command('check')
    .description(
      'Reads the cases and says which claims still hold. Writes nothing, and runs nothing it finds.',
    )
    .argument('[path...]', 'claim files, whatever they are called, or folders to look for them in')
    .option('--root <dir>', 'where to look for claim files', '.')
    .option('--subject <path[@rev]>', 'the checkout the evidence lies in, and the revision it was judged at')
    .option('--config <file>', CONFIG)
    .addOption(
      new Option('--format <format>', 'how to write the result').choices(['text', 'json']).default('text'),
    )
    .action((paths: string[], options: CheckOptions) => check(paths, options, terminal).then(terminal.exit));
  program
    .command('tree')
    .description(
      'Prints the argument: the state of every claim, its current evidence and its answered defeaters.',
    )
    .argument('[path...]', 'claim files, whatever they are called, or folders to look for them in')
    .option('--root <dir>', 'where to look for claim files', '.')
    .option('--subject <path[@rev]>', 'the checkout the evidence lies in, and the revision it was judged at')
    .option('--config <file>', CONFIG)
    .option('--node <id>', 'only this node and what hangs below it: C2, or case-id/C2')
    .option('--depth <levels>', 'how many levels of nodes to print', levels)
    .action((paths: string[], options: TreeOptions) => tree(paths, options, terminal));
  program
    .command('convert')
    .description('Writes the cases of a file in another notation, and names what that cannot say.')
    .argument('<file>', 'a claim file, whatever it is called')
    .addOption(
      new Option('--to <notation>', 'the notation to write')
        .choices(Object.keys(NOTATIONS))
        .makeOptionMandatory(),
    )
    .option('--out <file>', 'the file to write, which must not exist yet; standard output, if left out')
    .option('--case <id>', 'only this one of several cases')
    .option('--root <dir>', 'the folder that paths are relative to', '.')
    .option('--subject <path[@rev]>', 'the checkout the evidence lies in, and the revision it was judged at')
    .action((file: string, options: ConvertOptions) =>
      convertFile(file, options, terminal).then(terminal.exit),
    );
  program
    .command('coverage')
    .description(
      'Says which requirements of standards, which assets and which threats the claims cover, and whether that holds.',
    )
    .argument('[standard...]', 'ids of standards; without any, all that a claim names, and the threat model')
    .option('--root <dir>', 'where to look for claim files', '.')
    .option('--subject <path[@rev]>', 'the checkout the evidence lies in, and the revision it was judged at')
    .option('--config <file>', CONFIG)
    .addOption(
      new Option('--format <format>', 'how to write the result').choices(['text', 'json']).default('text'),
    )
    .option('--gaps', 'only what is not covered or does not hold')
    .option('--strict', 'exit with 1 if there is such a gap')
    .action((standards: string[], options: CoverageOptions) =>
      coverage(standards, options, terminal).then(terminal.exit),
    );
  program
    .command('review')
    .description(
      'Records that you judged evidence and that it still supports its claim, in a file beside the claim file.',
    )
    .argument('[link...]', 'what you judged: C2 (all evidence of a claim), case-id/C2, E2, or a locator')
    .option('--root <dir>', 'where to look for claim files', '.')
    .option('--subject <path[@rev]>', 'the checkout the evidence lies in, and the revision it was judged at')
    .option('--config <file>', CONFIG)
    .option('--case <id>', 'only this one of several cases')
    .option(
      '--by <name>',
      'who judged: "Ada Author <ada@example.org>"; whoever git says you are, if left out',
    )
    .option('--note <text>', 'what to remember of it')
    .option('--stale', 'all evidence that is stale')
    .option('--diff', 'print first what changed since it was last judged')
    .option('--dry-run', 'print what would be recorded, and write nothing')
    .addOption(
      new Option('--format <format>', 'how to write the result').choices(['text', 'json']).default('text'),
    )
    .action((links: string[], options: ReviewOptions) =>
      review(links, options, terminal, authorIn(process.env)).then(terminal.exit),
    );
  program
    .command('narrow')
    .description(
      'Proposes, for links to whole files that are stale, the parts that their claims are about. Writes nothing.',
    )
    .argument('[path...]', 'claim files, whatever they are called, or folders to look for them in')
    .option('--root <dir>', 'where to look for claim files', '.')
    .option('--subject <path[@rev]>', 'the checkout the evidence lies in, and the revision it was judged at')
    .option('--config <file>', CONFIG)
    .option('--case <id>', 'only this one of several cases')
    .option('--all', 'also links whose evidence did not change')
    .addOption(
      new Option('--format <format>', 'how to write the result').choices(['text', 'json']).default('text'),
    )
    .action((paths: string[], options: NarrowOptions) => narrow(paths, options, terminal));
  program
    .command('impact')
    .description(
      'Says which claims rest on what you changed since HEAD, or on what a branch changed. Writes nothing.',
    )
    .argument('[path...]', 'claim files, whatever they are called, or folders to look for them in')
    .option('--base <ref>', 'compare with the last commit that HEAD and this revision have in common')
    .option('--root <dir>', 'where to look for claim files', '.')
    .option('--subject <path[@rev]>', 'the checkout the evidence lies in, and the revision it was judged at')
    .option('--config <file>', CONFIG)
    .addOption(
      new Option('--format <format>', 'how to write the result').choices(['text', 'json']).default('text'),
    )
    .option('--fail', 'exit with 1 if a claim rests on a change that nobody has judged since')
    .action((paths: string[], options: ImpactOptions) =>
      impact(paths, options, terminal).then(terminal.exit),
    );
  program
    .command('rules')
    .description('Lists what can be found, and how serious it is by default; or explains one of them.')
    .argument('[id]', 'a rule, such as unanswered-defeater')
    .action((id: string | undefined) => rules(id, terminal));
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({ writeOut: terminal.out, writeErr: terminal.log });
  }
  const parse = program.parseAsync.bind(program);
  program.parseAsync = async (...args) => {
    try {
      return await parse(...args);
    } catch (error) {
      if (error instanceof CommanderError) terminal.exit(error.exitCode === 0 ? STATUS.ok : STATUS.usage);
      else if (error instanceof UsageError) {
        terminal.log(`warrant: ${error.message}\n`);
        terminal.exit(STATUS.usage);
      } else throw error;
      return program;
    }
  };
  return program;
}

const VERSION = '0.1.0';
const CONFIG = 'the settings to use, in place of the warrant.yaml that each case is under';

function levels(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('It must be a whole number above 0.');
  return Number(text);
}
