/** What a project looks at. All paths absolute, with `/`. */
export interface ProjectOptions {
  /** Folders in which claim files are looked for. */
  readonly roots: readonly string[];
  /** Read these as cases, whatever they are called, instead of looking for claim files. */
  readonly claimFiles?: readonly string[];
  /** Where the evidence of every case lies, whatever the case says; optionally with the revision it was judged at. */
  readonly subject?: { readonly root: string; readonly rev?: string };
  /** The settings of all cases, in place of the `warrant.yaml` that each is under. */
  readonly config?: string;
  /** Only one check will be made, so that nothing is kept for another. */
  readonly once?: boolean;
  /** Say in which line whole files end, too, which takes reading them. Otherwise those that need not be read end in line 1. */
  readonly countLines?: boolean;
}
