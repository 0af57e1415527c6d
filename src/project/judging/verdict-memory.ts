import type { Verdict } from '../../model/verdict.ts';

/** What was judged before, by question; it holds as long as nothing it rests on changes. */
export class VerdictMemory {
  private readonly verdicts = new Map<string, Verdict | 'not-evidence'>();
  private readonly byPath = new Map<string, Set<string>>();

  /** @param keeps false where nothing will be asked twice */
  constructor(readonly keeps = true) {}

  /** Whether there is any answer to be found. */
  get isEmpty(): boolean {
    return this.verdicts.size === 0;
  }

  get(question: string): Verdict | 'not-evidence' | undefined {
    return this.verdicts.get(question);
  }

  set(question: string, verdict: Verdict | 'not-evidence', paths: readonly string[]): void {
    if (!this.keeps) return;
    this.verdicts.set(question, verdict);
    for (const path of paths) {
      const questions = this.byPath.get(path) ?? new Set();
      this.byPath.set(path, questions.add(question));
    }
  }

  /** Forgets what rests on a path, or all. */
  forget(path?: string): void {
    if (path === undefined) {
      this.verdicts.clear();
      this.byPath.clear();
    } else {
      for (const question of this.byPath.get(path) ?? []) this.verdicts.delete(question);
      this.byPath.delete(path);
    }
  }
}
