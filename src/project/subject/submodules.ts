import { type FileIndex, createFileIndex } from '../../evidence/file-index.ts';
import { globBase } from '../../evidence/glob.ts';
import { parseLocator } from '../../evidence/locator.ts';
import { joinPath, pathBelow } from '../../model/paths.ts';
import type { Host } from '../../ports/host.ts';
import { type OpenedSubmodule, openSubmodule } from './open-submodule.ts';
import type { SubjectHistory } from './subject-history.ts';

/** The repository around submodules. */
export interface Around {
  /** Absolute, with `/`. */
  readonly root: string;
  /** What git lists of its files, submodules as their folder. */
  readonly paths: readonly string[];
  readonly history: SubjectHistory | undefined;
}

/** How many submodules are opened, nested ones included. */
const MOST_SUBMODULES = 100;

/**
 * The submodules of a repository. One is opened when a link leads into it, in a constant number of processes; its files are then files of the subject. The
 * others cost nothing.
 */
export class Submodules {
  private readonly opened = new Map<string, OpenedSubmodule | undefined>();
  private files: FileIndex | undefined;

  constructor(
    private readonly around: Around,
    private readonly host: Host,
    private readonly before: Submodules | undefined,
  ) {
    around.history?.forgetSubmodules();
  }

  /** All files of the subject, those of opened submodules included. */
  get index(): FileIndex {
    if (this.files) return this.files;
    const paths = this.around.paths.filter((path) => !this.opened.get(path));
    for (const [folder, submodule] of this.opened) {
      if (submodule) for (const path of submodule.files) paths.push(joinPath(folder, path));
    }
    // Of a submodule in another its folder is listed too.
    const nested = new Set([...this.opened].flatMap(([path, submodule]) => (submodule ? [path] : [])));
    this.files = createFileIndex(paths.filter((path) => !nested.has(path)));
    return this.files;
  }

  /** The submodule, checked out or not, that a path is or lies in; of nested ones the outermost. */
  holding(path: string): string | undefined {
    for (const submodule of this.around.history?.submodules.keys() ?? []) {
      if (path === submodule || pathBelow(submodule, path) !== undefined) return submodule;
    }
    return undefined;
  }

  /** Whether a path is, or lies in, a submodule that a link led into and that could not be opened. */
  isClosed(path: string): boolean {
    for (const [submodule, opened] of this.opened) {
      if (!opened && (path === submodule || pathBelow(submodule, path) !== undefined)) return true;
    }
    return false;
  }

  /** Opens those that locators lead into. @param documentFolder where relative ones may start */
  async open(locators: readonly string[], documentFolder: string | undefined): Promise<void> {
    const { history, root } = this.around;
    if (!history?.asking || history.submodules.size === 0) return;
    const places = locators.flatMap((locator) => placesOf(locator, documentFolder));
    await this.openWithin({ path: '', root, history }, places);
  }

  private async openWithin(outer: Outer, places: readonly string[]): Promise<void> {
    for (const [inside, recorded] of outer.history.submodules) {
      const path = joinPath(outer.path, inside);
      if (!places.some((place) => leadsInto(place, path))) continue;
      const submodule = await this.openOne(path, inside, recorded, outer);
      if (submodule) {
        await this.openWithin(
          { path, root: joinPath(outer.root, inside), history: submodule.history },
          places,
        );
      }
    }
  }

  private async openOne(
    path: string,
    inside: string,
    recorded: string,
    outer: Outer,
  ): Promise<OpenedSubmodule | undefined> {
    if (this.opened.has(path) || this.opened.size >= MOST_SUBMODULES) return this.opened.get(path);
    const place = { path: inside, root: outer.root, around: outer.history.facts };
    const submodule = await openSubmodule(place, recorded, this.host, this.before?.opened.get(path));
    this.opened.set(path, submodule);
    if (submodule) outer.history.addSubmodule(inside, submodule.history);
    this.files = undefined;
    return submodule;
  }

  /** Ends long-lived processes. */
  dispose(): void {
    for (const submodule of this.opened.values()) submodule?.git.dispose();
  }
}

interface Outer {
  /** From the subject's root. */
  readonly path: string;
  /** Absolute. */
  readonly root: string;
  readonly history: SubjectHistory;
}

/** Where a locator may lead: from the root, and from its document. Of a glob the folder that it starts in. */
function placesOf(locator: string, documentFolder: string | undefined): string[] {
  const starts = documentFolder === undefined ? [{}] : [{}, { documentFolder }];
  return starts.flatMap((options) => {
    const parsed = parseLocator(locator, options);
    if (parsed.kind !== 'path') return [];
    const path = parsed.form === 'glob' ? globBase(parsed.path) : parsed.path;
    const fromDocument = documentFolder === undefined ? [] : [joinPath(documentFolder, path)];
    return [path, ...fromDocument].filter((place) => place !== '');
  });
}

function leadsInto(place: string, submodule: string): boolean {
  return (
    place === submodule ||
    pathBelow(submodule, place) !== undefined ||
    pathBelow(place, submodule) !== undefined
  );
}
