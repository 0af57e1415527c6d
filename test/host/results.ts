/** The environment variable with the absolute path of the file into which the suite writes its results. */
export const RESULTS_VARIABLE = 'WARRANT_TEST_RESULTS';
