/**
 * Answers to questions, each asked at most once. While `asking` is off nothing is asked at all: what is not known yet reads as undefined.
 */
export class Answers {
  asking = true;
  private readonly known = new Map<string, Promise<unknown>>();
  private readonly failed = new Set<string>();

  /** @param isLasting whether an answer holds for ever; the others are forgotten like failures */
  constructor(private readonly isLasting: (answer: unknown) => boolean) {}

  ask<T>(question: string, answer: () => Promise<T>): Promise<T> | undefined {
    const known = this.known.get(question) as Promise<T> | undefined;
    if (known || !this.asking) return known;
    const asked = answer();
    this.known.set(question, asked);
    asked.then(
      (result) => this.isLasting(result) || this.failed.add(question),
      () => this.failed.add(question),
    );
    return asked;
  }

  /** A failure is no answer for ever: the next check asks again, but not each link of this one. */
  forgetFailures(): void {
    for (const question of this.failed) this.known.delete(question);
    this.failed.clear();
  }
}
