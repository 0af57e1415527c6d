import type { SettingsRead } from '../../formats/settings/read-settings.ts';
import type { Finding } from '../../model/finding.ts';
import { folderOf, joinPath, pathBelow } from '../../model/paths.ts';
import type { Host } from '../../ports/host.ts';
import type { ProjectOptions } from '../options.ts';
import { strayReviewFiles } from '../reviews/stray-files.ts';
import { SETTINGS_FILE, type SettingsStore } from '../settings/settings-store.ts';
import type { StandardsStore } from '../settings/standards-store.ts';
import { repositoryRoot } from '../subject/subject.ts';
import { type ListFiles, type Listing, discoverClaimFiles } from './discover.ts';
import { furtherCases, settingsAmong } from './further-cases.ts';
import { stillThere } from './still-there.ts';

/** Finds the claim files of a workspace, and what lies around them: standards, review files without a case, what settings add. */
export class ClaimFileSearch {
  /** As of the last search, absolute; the files that they go on in are none. */
  files: readonly string[] = [];
  /** Review files that stand beside no claim file, absolute. */
  strayReviews: readonly string[] = [];
  private readonly casesNotFound = new Map<SettingsRead, readonly Finding[]>();

  /** @param documents texts that editors hold */
  constructor(
    private readonly host: Host,
    private readonly documents: ReadonlyMap<string, string>,
    private readonly settings: SettingsStore,
    private readonly standards: StandardsStore,
  ) {}

  /** What is wrong with `cases` in some settings. */
  findingsOf(settings: SettingsRead): readonly Finding[] {
    return this.casesNotFound.get(settings) ?? [];
  }

  /** Searches anew. */
  async search(options: ProjectOptions, listFiles: ListFiles): Promise<void> {
    this.casesNotFound.clear();
    this.strayReviews = [];
    if (options.claimFiles) {
      for (const file of options.claimFiles) await this.findStandardsBeside(file, listFiles);
      this.files = options.claimFiles;
      return;
    }
    const found: string[] = [];
    for (const root of options.roots) {
      const further = (listing: Listing): Promise<readonly string[]> =>
        this.furtherCases(root, listing, options);
      found.push(...(await discoverClaimFiles(root, this.host, listFiles, further)));
    }
    this.files = await stillThere([...new Set(found)], this.host, this.documents);
  }

  /** What the settings above and in a root add to its claim files. */
  private async furtherCases(
    root: string,
    listing: Listing,
    { config }: ProjectOptions,
  ): Promise<readonly string[]> {
    const within =
      config === undefined ? await stillThere(settingsAmong(listing.some), this.host, this.documents) : [];
    const above = await this.settings.of(joinPath(root, SETTINGS_FILE));
    const read = new Set([
      ...(above ? [above] : []),
      ...(await Promise.all(within.map((file) => this.settings.read(file)))),
    ]);
    await this.standards.find(listing, [...read], root);
    const strays = await strayReviewFiles(root, listing, this.host, this.documents);
    this.strayReviews = [...new Set([...this.strayReviews, ...strays])];
    const found: string[] = [];
    for (const one of read) {
      if (one.settings.cases.length === 0) continue;
      const { files, findings } = furtherCases(one.settings, await listing.all());
      found.push(...files);
      // What lies outside of the list cannot be said to be missing.
      if (pathBelow(listing.folder, one.settings.file) !== undefined) this.casesNotFound.set(one, findings);
    }
    return found;
  }

  /** The standards in the repository of a claim file that a person named. */
  private async findStandardsBeside(file: string, listFiles: ListFiles): Promise<void> {
    const folder = await repositoryRoot(folderOf(file), this.host);
    const listed = folder === undefined ? undefined : await listFiles(folder);
    if (folder === undefined || !listed) return;
    const some = listed.map((path) => joinPath(folder, path));
    const settings = await this.settings.of(file);
    await this.standards.find({ folder, some, all: () => Promise.resolve(some) }, settings ? [settings] : []);
  }
}
