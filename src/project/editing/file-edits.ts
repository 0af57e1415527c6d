import type { TextEdit } from '../../formats/editing/text-edit.ts';
import type { Digest } from '../../ports/digest.ts';
import type { ClaimText } from './claim-text.ts';

export type { TextEdit } from '../../formats/editing/text-edit.ts';

/** Replacements in one file, in the text that they are meant for. */
export interface FileEdits {
  /** Absolute path, with `/`. */
  readonly file: string;
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

/** The edits of several files, or why there are none: a sentence for people. */
export type Edited =
  | {
      readonly files: readonly FileEdits[];
      /** Links that cannot be written otherwise, and lead nowhere with these edits. */
      readonly left?: readonly { readonly file: string; readonly locator: string }[];
    }
  | { readonly refused: string };

/** Where the texts come from that an edit goes through. Files are absolute. */
export interface Texts {
  /** A claim file as it is now, unsaved text included; undefined where it cannot be edited as text. */
  claimText(file: string): ClaimText | undefined;
  /** Any other file as it is now, unsaved text included; undefined where there is none, or it is no text. */
  text(file: string): Promise<string | undefined>;
  /** Whether a file or a folder is there, be it text or not. */
  isThere(file: string): Promise<boolean>;
  /** The settings that hold for a claim file, if there are any. */
  settingsOf(file: string): Promise<string | undefined>;
  readonly digest: Digest;
  readonly now: Date;
}
