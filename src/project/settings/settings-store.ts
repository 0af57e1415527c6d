import { decodeText } from '../../evidence/text.ts';
import { type SettingsRead, noSettings, readSettings } from '../../formats/settings/read-settings.ts';
import { type Message, message, say } from '../../l10n/say.ts';
import type { Finding } from '../../model/finding.ts';
import { baseName, folderOf, joinPath, pathBelow } from '../../model/paths.ts';
import type { FileRead } from '../../ports/file-system.ts';
import type { Host } from '../../ports/host.ts';
import { CATALOGUE } from '../../rules/catalogue.ts';
import { rootOf } from '../subject/case-subject.ts';
import type { Documents } from '../subject/contents.ts';
import type { ProjectOptions } from '../options.ts';
import { repositoryRoot } from '../subject/subject.ts';

/** What settings files are called. */
export const SETTINGS_FILE = 'warrant.yaml';

/** Settings files larger than this, in bytes, are not read. */
const LIMIT = 1024 * 1024;

/** What is set in a file, and its text; that is empty where it could not be read. */
export interface SettingsText extends SettingsRead {
  readonly text: string;
}

/** The settings files of a workspace: which one a file is under, and what it says. Each is parsed once a version. */
export class SettingsStore {
  private readonly files = new Map<string, SettingsText>();
  private nearest = new Map<string, Promise<string | undefined>>();
  private used = new Map<string, SettingsText>();

  constructor(
    private readonly host: Host,
    private readonly documents: Documents,
    private readonly options: () => ProjectOptions,
  ) {}

  /** Looks for settings files afresh from now on; without this, those that were found are only read again. */
  forgetPlaces(): void {
    this.nearest = new Map();
  }

  /** Begins a look: `inUse` gives what is asked for from now on. */
  begin(): void {
    this.used = new Map();
  }

  /** What was asked for since `begin`, ordered by file. */
  get inUse(): readonly SettingsText[] {
    return [...this.used.values()].sort((a, b) => (a.settings.file < b.settings.file ? -1 : 1));
  }

  /**
   * The settings that a file is under: the ones the person named, else the nearest upwards, no further than the repository that holds the
   * file and the folder that was opened.
   */
  async of(file: string): Promise<SettingsRead | undefined> {
    const { config } = this.options();
    if (config !== undefined) return this.read(config);
    const folder = folderOf(file);
    const nearest = this.nearest.get(folder) ?? this.findNearest(folder, file);
    this.nearest.set(folder, nearest);
    const found = await nearest;
    return found === undefined ? undefined : this.read(found);
  }

  /** The settings in a file; empty, with a finding, where it cannot be read. */
  async read(file: string): Promise<SettingsRead> {
    const seen = this.used.get(file);
    if (seen) return seen;
    const text = this.documents.get(file) ?? (await this.textOf(file));
    const before = this.files.get(file);
    const known =
      typeof text !== 'string'
        ? { text: '', settings: noSettings(file), findings: [text] }
        : before?.text === text
          ? before
          : { text, ...readSettings(text, file, CATALOGUE) };
    this.files.set(file, known);
    this.used.set(file, known);
    return known;
  }

  private async findNearest(folder: string, file: string): Promise<string | undefined> {
    const found = await this.host.files.findUp(folder, SETTINGS_FILE);
    if (found === undefined) return undefined;
    const bounds = [await repositoryRoot(folder, this.host), rootOf(file, this.options()), folder];
    const isWithin = bounds.some(
      (bound) => bound === found || (bound !== undefined && pathBelow(bound, found)),
    );
    return isWithin ? joinPath(found, SETTINGS_FILE) : undefined;
  }

  private async textOf(file: string): Promise<string | Finding> {
    const read = await this.host.files.read(folderOf(file), baseName(file), LIMIT);
    const decoded = read.kind === 'file' ? decodeText(read.bytes) : undefined;
    if (decoded?.kind === 'text') return decoded.text;
    return unreadable(
      file,
      decoded ? message('it is not a text in UTF-8') : WHY[read.kind as Exclude<FileRead['kind'], 'file'>],
    );
  }
}

const WHY: Readonly<Record<Exclude<FileRead['kind'], 'file'>, Message>> = {
  missing: message('it does not exist'),
  outside: message('it is a link that leads out of its folder, and Warrant does not follow it'),
  'too-large': message('it is larger than 1 MB'),
  unreadable: message('it cannot be opened as a file'),
};

function unreadable(file: string, why: Message): Finding {
  const start = { line: 0, character: 0 };
  return {
    rule: 'settings',
    severity: 'error',
    message: say('The settings in {0} are not read: {1}.', baseName(file), say(why)),
    file,
    range: { start, end: start },
  };
}
