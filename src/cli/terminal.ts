/** Where the command line runs and what it writes to. */
export interface Terminal {
  /** The folder of the running bundle, or of the source file. */
  readonly programFolder: string;
  /** The current folder, absolute. */
  readonly folder: string;
  readonly colour: boolean;
  readonly out: (text: string) => void;
  readonly log: (text: string) => void;
  readonly exit: (status: number) => void;
}
