import { say } from '../../l10n/say.ts';
import type { Case, UsedFile } from '../../model/case.ts';
import type { Finding } from '../../model/finding.ts';
import { folderOf, pathBelow } from '../../model/paths.ts';
import type { ClaimFile } from './claim-file.ts';
import { hasOwnArgument, isArgument, isRepetition } from './join-pictures.ts';
import type { ShownPicture } from './join-pictures.ts';
import type { Gathered, Library } from './library.ts';
import { type PicturePath, findPicture } from './picture-path.ts';

/** A picture that a case shows, and the file it was read from. */
export interface FoundPicture extends ShownPicture {
  readonly source: ClaimFile;
}

export interface GatheredPictures extends Gathered<FoundPicture> {
  /** Pictures that say nothing now; they may after the next export. */
  readonly silent: readonly string[];
}

/**
 * The pictures that a case shows and that hold an argument. Other pictures are nobody's business, unless the case says nothing else of what its
 * claim rests on: then whoever reads it should know that a picture could not be read.
 */
export async function gatherPictures(file: string, one: Case, library: Library): Promise<GatheredPictures> {
  const found: FoundPicture[] = [];
  const findings: Finding[] = [];
  const silent: string[] = [];
  const seen = new Set<string>();
  for (const use of one.uses.filter(({ as }) => as === 'picture')) {
    const picture = await locate(use, file, library);
    if (picture.kind === 'elsewhere') continue;
    const source = picture.kind === 'found' ? await library.read(picture.root, picture.path) : undefined;
    if (source && seen.has(source.file)) continue;
    if (source) seen.add(source.file);
    const drawings = source?.read.cases.filter(isArgument) ?? [];
    const cases = drawings.filter((drawn) => !isRepetition(drawn, one));
    if (!source) findings.push(notThere(use, file, picture.path));
    else if (holdsNoDiagram(source)) findings.push(onlyPixels(use, file, picture.path));
    else if (cases.length > 0) {
      const parts = cases.map((drawn) => ({ file: source.file, case: drawn }));
      found.push({ at: use.range, parts, source });
    }
    if (source && cases.length === 0) silent.push(source.file);
  }
  const isPlain = found.length === 0 && !hasOwnArgument(one);
  return { found, findings: isPlain ? findings : [], silent };
}

/** Looks in the document's own repository first. */
async function locate(
  { path: written }: UsedFile,
  file: string,
  library: Library,
): Promise<PicturePath & { readonly root: string }> {
  let first: (PicturePath & { readonly root: string }) | undefined;
  for (const root of await library.rootsOf(file)) {
    const index = await library.indexAt(root);
    if (!index) continue;
    const path = findPicture(written, pathBelow(root, folderOf(file)) ?? '', index);
    if (path.kind === 'found') return { ...path, root };
    first ??= { ...path, root };
  }
  return first ?? { kind: 'elsewhere', root: '' };
}

/** A picture without data, as distinct from a drawing that is no argument. */
function holdsNoDiagram({ read }: ClaimFile): boolean {
  return read.findings.some(({ rule }) => rule === 'no-diagram');
}

function onlyPixels({ range }: UsedFile, file: string, path: string): Finding {
  return {
    rule: 'picture-without-diagram',
    severity: 'information',
    message: say(
      '{0} holds no diagram data, so the argument that it shows is not read. In draw.io choose File, Export as, PNG or SVG, with “Include a copy of my diagram”, or show the .drawio file.',
      path,
    ),
    file,
    range,
  };
}

function notThere({ range }: UsedFile, file: string, path: string): Finding {
  return {
    rule: 'picture-missing',
    severity: 'information',
    message: say(
      '{0} is not in the repository, so the argument that it may show is not read. Put it there, or correct the link.',
      path,
    ),
    file,
    range,
  };
}
