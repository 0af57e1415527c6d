/**
 * What was read of some files, by path: each is asked for once a look, and what is known of it is handed on from one look to the next for as long as
 * looks ask for it.
 */
export class FileMemory<T> {
  private known: ReadonlyMap<string, T> = new Map();
  /** What was read from disk and has not been heard of since. */
  private readonly sure = new Set<string>();
  private look = new Map<string, Promise<T>>();

  /** Begins a look. What was not heard of is taken as it was, unless the look is to be `afresh`. */
  begin(afresh: boolean): void {
    this.look = new Map();
    if (afresh) this.sure.clear();
  }

  /** Something happened to a file, or to any. */
  forget(file?: string): void {
    if (file === undefined) this.sure.clear();
    else this.sure.delete(file);
  }

  /** What is known of a file in this look. @param load is told what was known of it in the last one */
  ask(file: string, load: (before: T | undefined) => Promise<T>): Promise<T> {
    const asked = this.look.get(file) ?? load(this.known.get(file));
    this.look.set(file, asked);
    return asked;
  }

  /** Whether what was read of a file on the disk still holds. If not, the caller reads it now, and it holds from then on. */
  stillHolds(file: string): boolean {
    const holds = this.sure.has(file);
    this.sure.add(file);
    return holds;
  }

  /** What was known of a file when the last look ended; undefined where that did not ask for it. */
  last(file: string): T | undefined {
    return this.known.get(file);
  }

  /** Ends a look: gives all that was asked for in it, and forgets the rest. */
  async end(): Promise<readonly T[]> {
    const seen = [...this.look].map(async ([file, known]) => [file, await known] as const);
    this.known = new Map(await Promise.all(seen));
    return [...this.known.values()];
  }
}
