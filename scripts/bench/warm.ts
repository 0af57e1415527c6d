import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeHost } from '../../src/node/host.ts';
import { silentLogger } from '../../src/ports/logger.ts';
import { readClaimFile } from '../../src/project/claim-files/claim-file.ts';
import { Project } from '../../src/project/project.ts';
import { diagnosticsByUri } from '../../src/service/diagnostics.ts';
import { createLookup } from '../../src/service/lookup.ts';
import { ROOT } from '../paths.ts';
import { claimText, distinctPaths } from './check.ts';
import { GIT_ENVIRONMENT, type MadeRepository, makeRepository } from './make-repository.ts';
import { inTurns } from './measure.ts';
import { type Measured, ms } from './report.ts';
import { shapeFor } from './shape.ts';

/** A project as the server has it, with everything looked at once. */
export function openWarm({ root }: MadeRepository): Promise<Project> {
  return openProject(root);
}

/** The same for any folder. @param root absolute path */
export async function openProject(root: string): Promise<Project> {
  const host = nodeHost({
    logger: silentLogger,
    trusted: true,
    programFolder: join(ROOT, 'src', 'node'),
    environment: GIT_ENVIRONMENT,
  });
  const project = new Project(host, { roots: [root] });
  await project.check();
  return project;
}

/** Judging again after a text changed, up to the diagnostics that an editor shows; in milliseconds. */
async function again(project: Project, file: string, text: string): Promise<number> {
  const start = performance.now();
  project.setDocument(file, text);
  const snapshot = await project.recheck();
  createLookup(snapshot);
  diagnosticsByUri(snapshot);
  return performance.now() - start;
}

/** Reading a claim file alone, in milliseconds. */
export function parse(file: string, text: string): number {
  const start = performance.now();
  readClaimFile(file, text);
  return performance.now() - start;
}

/** Edits in an editor, against the parse of the claim file alone. */
export async function measureWarm(links: number, rounds: number): Promise<Measured[]> {
  const keystrokes = await measureEdits(3000, 1000, rounds);
  const edits = await measureEdits(links, 200, rounds);
  return [
    row('keystroke in a claim file of 1000 claims / parsing it', keystrokes.claim, keystrokes.parse, 2),
    row(`edit of one of many claim files (${links} links) / parsing it`, edits.claim, edits.parse),
    row(`edit of a file of evidence (${links} links) / parsing a claim file`, edits.evidence, edits.parse),
  ];
}

function row(what: string, time: number, parsing: number, target?: number): Measured {
  return {
    what,
    ratio: time / parsing,
    unit: '×',
    ...(target === undefined ? {} : { target: { kind: 'at most', value: target } }),
    details: `${ms(time)}; parsing ${ms(parsing)}`,
  };
}

async function measureEdits(links: number, claimsPerFile: number, rounds: number) {
  const made = await makeRepository(shapeFor(links, { claimsPerFile }));
  const project = await openWarm(made);
  try {
    const { file, text } = claimText(made);
    const evidence = join(made.root, distinctPaths(made)[0]!);
    const code = readFileSync(evidence, 'utf8');
    let count = 0;
    const typed = (): string =>
      text.replace('does what it should.', `does what it should, ${++count} times.`);
    const edits = {
      parse: () => parse(file, typed()),
      claim: () => again(project, file, typed()),
      evidence: () => again(project, evidence, `${code}\nvalue_${++count} = 1\n`),
    };
    // The first rounds have the program compiled.
    await inTurns(3, edits);
    return await inTurns(rounds, edits);
  } finally {
    project.dispose();
    made.remove();
  }
}
