/** The person asked for something that cannot be done as asked. The message says what, and what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
