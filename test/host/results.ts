import { dirname, join } from 'node:path';

/** The environment variable with the absolute path of the file into which the suite writes its results. */
export const RESULTS_VARIABLE = 'WARRANT_TEST_RESULTS';

/** How long `activate()` took, in milliseconds: Warrant's, and that of an extension which does nothing. */
export interface ActivationTimes {
  readonly warrant: number;
  readonly empty: number;
}

/** Where the suite writes the times: beside its results. */
export function activationTimesFile(results: string): string {
  return join(dirname(results), 'activation.json');
}
