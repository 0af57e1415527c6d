/** A moment on the clock of a file system. */
export interface Instant {
  /** Whole seconds since 1970. */
  readonly seconds: number;
  /** From 0 up to 999,999,999. */
  readonly nanoseconds: number;
}

/** What a file system says of a regular file without its being opened. Whatever changes the file's content changes one of these. */
export interface FileStamp {
  /** In bytes. */
  readonly size: number;
  /** When its content was last written. */
  readonly modified: Instant;
  /** When anything of it was last changed. */
  readonly changed: Instant;
  /** Its number; cut to its lowest 32 bits, as git keeps it. */
  readonly inode: number;
}
