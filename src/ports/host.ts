import type { Clock } from './clock.ts';
import type { Digest } from './digest.ts';
import type { FileSystem } from './file-system.ts';
import type { FileWriter } from './file-writer.ts';
import type { OpenGit } from './git.ts';
import type { GrammarFiles } from './grammars.ts';
import type { Logger } from './logger.ts';
import type { ShippedStandards } from './standards.ts';

/** All that is needed of the world outside. */
export interface Host {
  readonly files: FileSystem;
  readonly writer: FileWriter;
  /** Absent where git may not run, because the person has not said that the workspace is trusted. */
  readonly openGit?: OpenGit;
  readonly grammars: GrammarFiles;
  readonly standards: ShippedStandards;
  readonly digest: Digest;
  readonly clock: Clock;
  readonly logger: Logger;
}
