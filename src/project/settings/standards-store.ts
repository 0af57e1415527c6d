import { decodeText } from '../../evidence/text.ts';
import { type StandardsRead, readStandards } from '../../formats/standards/read-standards.ts';
import type { SettingsRead } from '../../formats/settings/read-settings.ts';
import { type Message, message, say } from '../../l10n/say.ts';
import type { Finding } from '../../model/finding.ts';
import { baseName, folderOf, pathBelow } from '../../model/paths.ts';
import type { Standard } from '../../model/standard.ts';
import type { FileRead } from '../../ports/file-system.ts';
import type { Host } from '../../ports/host.ts';
import type { Documents } from '../subject/contents.ts';
import type { Listing } from '../claim-files/discover.ts';
import { furtherStandards } from '../claim-files/further-cases.ts';
import { inTurns } from '../judging/in-turns.ts';
import { type KnownStandards, joinStandards } from './join-standards.ts';
import { stillThere } from '../claim-files/still-there.ts';

/** The files that are read as standards wherever they lie. */
export const STANDARD_FILE_GLOBS: readonly string[] = ['**/*.standard.yaml', '**/*.standard.yml'];

/** Files with standards that are larger than this, in bytes, are not read. */
const LIMIT = 4 * 1024 * 1024;

/** The files with standards among some files. */
function standardsAmong(files: readonly string[]): string[] {
  return files.filter((file) => /^.+\.standard\.ya?ml$/i.test(baseName(file)));
}

interface Known extends StandardsRead {
  readonly text: string;
}

/** The standards of a workspace and those that come with the product. Each file is parsed once a version. */
export class StandardsStore {
  private readonly known = new Map<string, Known>();
  private texts = new Map<string, Promise<string | Finding>>();
  private files = new Set<string>();
  private roots = new Set<string>();
  /** What settings name and is not there, by settings file. */
  private notFound = new Map<string, readonly Finding[]>();
  private shipped?: Promise<readonly Standard[]>;

  constructor(
    private readonly host: Host,
    private readonly documents: Documents,
  ) {}

  /** Looks for files afresh: those that `find` is told of from now on are all there are. */
  begin(): void {
    this.files = new Set();
    this.roots = new Set();
    this.texts = new Map();
    this.notFound = new Map();
  }

  /** Something happened to a file on disk. */
  forget(file: string): void {
    this.texts.delete(file);
  }

  /**
   * Adds the files with standards below a folder: by their names, and what settings name.
   *
   * @param root what is wrong is said only of files below it, as a repository may be opened in part
   */
  async find(
    { folder, some, all }: Listing,
    settings: readonly SettingsRead[],
    root = folder,
  ): Promise<void> {
    for (const file of await stillThere(standardsAmong(some), this.host, this.documents))
      this.files.add(file);
    this.roots.add(root);
    for (const { settings: one } of settings) {
      if (one.standards.length === 0) continue;
      const { files, findings } = furtherStandards(one, await all());
      for (const file of files) this.files.add(file);
      // What lies outside of the list cannot be said to be missing.
      if (pathBelow(folder, one.file) !== undefined) this.notFound.set(one.file, findings);
    }
  }

  /** All standards that are known now, ordered by their id. Of two files with one id the first counts. */
  async read(): Promise<KnownStandards> {
    this.shipped ??= this.readShipped();
    const own = await inTurns([...this.files].sort(), (file) => this.readFile(file));
    const joined = joinStandards(
      await this.shipped,
      own.flatMap(({ standards }) => standards),
    );
    const found = [...own.flatMap((one) => one.findings), ...joined.findings];
    const roots = [...this.roots];
    const findings = found.filter(({ file }) => roots.some((root) => pathBelow(root, file) !== undefined));
    return { standards: joined.standards, findings: [...findings, ...[...this.notFound.values()].flat()] };
  }

  private async readShipped(): Promise<readonly Standard[]> {
    const texts = await this.host.standards.load();
    if (texts.length === 0) this.host.logger.warn('The standards that come with Warrant are not there.');
    return texts.flatMap(({ name, text }) =>
      readStandards(text, name).standards.map(({ standard: { file: _, ...standard } }) => standard),
    );
  }

  private async readFile(file: string): Promise<StandardsRead> {
    const onDisk = this.texts.get(file) ?? this.textOf(file);
    this.texts.set(file, onDisk);
    const text = this.documents.get(file) ?? (await onDisk);
    if (typeof text !== 'string') return { standards: [], findings: [text] };
    const before = this.known.get(file);
    if (before?.text === text) return before;
    const known = { text, ...readStandards(text, file) };
    this.known.set(file, known);
    return known;
  }

  private async textOf(file: string): Promise<string | Finding> {
    const read = await this.host.files.read(folderOf(file), baseName(file), LIMIT);
    const decoded = read.kind === 'file' ? decodeText(read.bytes) : undefined;
    if (decoded?.kind === 'text') return decoded.text;
    const why = decoded
      ? message('it is not a text in UTF-8')
      : WHY[read.kind as Exclude<FileRead['kind'], 'file'>];
    const start = { line: 0, character: 0 };
    return {
      rule: 'standard',
      severity: 'error',
      message: say('The standards in {0} are not read: {1}.', baseName(file), say(why)),
      file,
      range: { start, end: start },
    };
  }
}

const WHY: Readonly<Record<Exclude<FileRead['kind'], 'file'>, Message>> = {
  missing: message('the file does not exist'),
  outside: message('it is a link that leads out of its folder, and Warrant does not follow it'),
  'too-large': message('the file is larger than 4 MB'),
  unreadable: message('it cannot be opened as a file'),
};
