import { joinItems } from '../../formats/tsf/join-items.ts';
import type { Finding } from '../../model/finding.ts';
import type { ClaimFile } from './claim-file.ts';
import { gatherItems } from './gather-items.ts';
import { gatherModules } from './gather-modules.ts';
import { gatherPictures } from './gather-pictures.ts';
import { inTurns } from '../judging/in-turns.ts';
import { joinModules } from './join-modules.ts';
import type { Part } from './join-parts.ts';
import { joinPictures } from './join-pictures.ts';
import type { Library } from './library.ts';

/** What claim files say together. */
export interface JoinedFiles {
  /** Each whole argument, with the file it begins in. */
  readonly cases: readonly Part[];
  /** What is wrong with how files are put together. */
  readonly findings: readonly Finding[];
  /** All files that were read for it, the claim files first. */
  readonly files: readonly ClaimFile[];
  /** Pictures that were looked at and say nothing; they may when they change. */
  readonly silent: readonly string[];
}

/**
 * Puts arguments together that lie in several files: modules, items of a graph, and the pictures that a document shows. A claim file that is a
 * part of another's argument is no argument of its own.
 */
export async function joinFiles(claimFiles: readonly ClaimFile[], library: Library): Promise<JoinedFiles> {
  const joined = await inTurns(claimFiles, (file) => joinFile(file, library));
  const whole = withoutParts(joined);
  const files = new Map(claimFiles.map((file) => [file.file, file]));
  for (const { parts } of whole) for (const part of parts) files.set(part.file, files.get(part.file) ?? part);
  return {
    cases: whole.flatMap(({ cases }) => cases),
    findings: whole.flatMap(({ findings }) => findings),
    files: [...files.values()],
    silent: [...new Set(whole.flatMap((one) => one.silent))].filter((file) => !files.has(file)),
  };
}

interface JoinedFile {
  readonly main: ClaimFile;
  readonly cases: readonly Part[];
  readonly findings: readonly Finding[];
  /** The other files that its argument lies in. */
  readonly parts: readonly ClaimFile[];
  readonly silent: readonly string[];
}

async function joinFile(main: ClaimFile, library: Library): Promise<JoinedFile> {
  const { file } = main;
  const own = main.read.cases.map((one) => ({ file, case: one }));
  const uses = own.flatMap((part) => part.case.uses);
  if (uses.length === 0) return { main, cases: own, findings: [], parts: [], silent: [] };
  const modules = await joinWithModules(main, own, library);
  const items = await joinWithItems(main, modules.cases, library);
  const pictures = await joinWithPictures(items.cases, library);
  return {
    main,
    cases: pictures.cases,
    findings: [...modules.findings, ...items.findings, ...pictures.findings],
    parts: [...modules.parts, ...items.parts, ...pictures.parts],
    silent: pictures.silent,
  };
}

type Step = Omit<JoinedFile, 'main' | 'silent'>;

/** The first case goes on in the modules; a file that has modules has one case. */
async function joinWithModules(main: ClaimFile, own: readonly Part[], library: Library): Promise<Step> {
  const [first, ...others] = own;
  const isModular = first?.case.uses.some(({ as }) => as === 'module') ?? false;
  if (!first || !isModular) return { cases: own, findings: [], parts: [] };
  const { found, findings } = await gatherModules(main, library);
  const parts = found.flatMap((module) => module.read.cases.map((one) => ({ file: module.file, case: one })));
  const joined = joinModules(first, parts);
  return {
    cases: [{ ...first, case: joined.case }, ...others],
    findings: [...findings, ...joined.findings],
    parts: found,
  };
}

async function joinWithItems(main: ClaimFile, cases: readonly Part[], library: Library): Promise<Step> {
  const isGraph = cases.some((part) => part.case.uses.some(({ as }) => as === 'item'));
  if (!isGraph) return { cases, findings: [], parts: [] };
  const { found, findings } = await gatherItems(main, library);
  const items = new Map(found.map((item) => [item.id, item]));
  return {
    cases: cases.map((part) => ({ ...part, case: joinItems(part.case, items) })),
    findings,
    parts: found.map(({ source }) => source),
  };
}

async function joinWithPictures(cases: readonly Part[], library: Library): Promise<Omit<JoinedFile, 'main'>> {
  const steps = await inTurns(cases, async (part) => {
    const { found, findings, silent } = await gatherPictures(part.file, part.case, library);
    const joined = found.length === 0 ? part.case : joinPictures(part, found);
    return { part: { ...part, case: joined }, findings, silent, parts: found.map(({ source }) => source) };
  });
  return {
    cases: steps.map(({ part }) => part),
    findings: steps.flatMap(({ findings }) => findings),
    parts: steps.flatMap(({ parts }) => parts),
    silent: steps.flatMap(({ silent }) => silent),
  };
}

/** Leaves out files that are part of another's argument. Of files that are part of one another the first stays. */
function withoutParts(joined: readonly JoinedFile[]): JoinedFile[] {
  const at = new Map(joined.map(({ main }, index) => [main.file, index]));
  const partsOf = joined.map(({ parts }) => new Set(parts.map(({ file }) => file)));
  const gone = new Set<string>();
  joined.forEach(({ main, parts }, index) => {
    for (const { file } of parts) {
      const other = at.get(file);
      if (other === undefined || other === index) continue;
      if (!partsOf[other]!.has(main.file) || index < other) gone.add(file);
    }
  });
  return joined.filter(({ main }) => !gone.has(main.file));
}
