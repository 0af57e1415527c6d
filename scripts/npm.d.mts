/** The types of `npm.mjs`, which stays plain JavaScript because it runs before anything is installed. */
export function npmCommand(args: readonly string[]): { command: string; args: string[]; shell: boolean };
export function runNpm(args: readonly string[], folder: string): void;
