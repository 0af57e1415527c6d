import type { Clock } from '../ports/clock.ts';
import type { Digest } from '../ports/digest.ts';
import type { FileSystem } from '../ports/file-system.ts';
import type { OpenGit } from '../ports/git.ts';
import type { GrammarFiles } from '../ports/grammars.ts';
import type { Logger } from '../ports/logger.ts';

/** All that a project needs of the world outside. */
export interface Host {
  readonly files: FileSystem;
  /** Absent where git may not run, because the person has not said that the workspace is trusted. */
  readonly openGit?: OpenGit;
  readonly grammars: GrammarFiles;
  readonly digest: Digest;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What a project looks at. All paths absolute, with `/`. */
export interface ProjectOptions {
  /** Folders in which claim files are looked for. */
  readonly roots: readonly string[];
  /** Read these as cases, whatever they are called, instead of looking for claim files. */
  readonly claimFiles?: readonly string[];
  /** Where the evidence of every case lies, whatever the case says; optionally with the revision it was judged at. */
  readonly subject?: { readonly root: string; readonly rev?: string };
}
