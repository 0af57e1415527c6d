/** Whoever the environment says is the author of commits, as git writes people; undefined where it does not say both name and address. */
export function authorIn(environment: NodeJS.ProcessEnv): string | undefined {
  const name = environment['GIT_AUTHOR_NAME']?.trim();
  const mail = environment['GIT_AUTHOR_EMAIL']?.trim();
  return name && mail ? `${name} <${mail}>` : undefined;
}
