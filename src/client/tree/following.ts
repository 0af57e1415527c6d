/**
 * Decides whether the tree may still go where the cursor was when the server was asked. What the person chose in the tree meanwhile is newer than any answer:
 * the next key acts on the selected row. Without VS Code's API, so that it can be tested alone.
 */
export class Following {
  private turn = 0;
  private expected: string | undefined;
  private own: string | undefined;
  private chosen: readonly string[] = [];

  /** Begins to follow a cursor, written as `expect` has it; undefined where the tree itself put it there. */
  begin(cursor: string): number | undefined {
    if (cursor === this.expected) return undefined;
    this.expected = undefined;
    this.chosen = [];
    return ++this.turn;
  }

  /** Whether nothing has come between since that turn began. */
  isCurrent(turn: number): boolean {
    return turn === this.turn;
  }

  /** The tree is about to select a row by itself. */
  reveals(key: string): void {
    this.own = key;
  }

  /** The tree itself will put the cursor there; what is under way comes too late. */
  expect(cursor: string): void {
    this.expected = cursor;
    this.turn++;
  }

  /**
   * Hears which rows are selected.
   *
   * @returns whether the person selected them; not where the tree did, and where rows that were selected are gone
   */
  hearSelection(keys: readonly string[]): boolean {
    if (keys.length === 0) return false;
    if (keys.length === 1 && keys[0] === this.own) {
      this.own = undefined;
      return false;
    }
    this.chosen = keys;
    this.turn++;
    return true;
  }

  /** The row to go back to, where the person chose one while the tree was on its way to another, which no editor can stop. */
  rowToRestore(turn: number, selection: readonly string[]): string | undefined {
    const [row, ...others] = this.chosen;
    const isOvertaken = !this.isCurrent(turn) && others.length === 0;
    return isOvertaken && row !== undefined && !selection.includes(row) ? row : undefined;
  }
}
