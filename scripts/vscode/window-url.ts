/** What a window of a served VS Code is opened with. */
export interface WindowOptions {
  /** Absolute path of a folder or of a `.code-workspace` file. */
  readonly workspace: string;
  /** Absolute path of an extension to load from its sources. A window takes one. */
  readonly extension?: string;
  /** Absolute path of a module that exports `run()`, to be run in the extension host. */
  readonly tests?: string;
  /** The one the server was started with. */
  readonly token?: string;
}

/**
 * The address of a window.
 *
 * @param authority the server's `HOST:PORT`
 */
export function windowUrl(authority: string, { workspace, extension, tests, token }: WindowOptions): string {
  const url = new URL(`http://${authority}/`);
  url.searchParams.set(workspace.endsWith('.code-workspace') ? 'workspace' : 'folder', workspace);
  if (token) url.searchParams.set('tkn', token);
  const remote = (path: string) => `vscode-remote://${authority}${path}`;
  const payload = [
    ...(extension ? [['extensionDevelopmentPath', remote(extension)]] : []),
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
  ];
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
