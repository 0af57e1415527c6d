import * as vscode from 'vscode';

const DRAWIO = ['drawio', 'dio'].flatMap((name) => [name, `${name}.svg`, `${name}.png`, `${name}.xml`]);

/** `#` stands for what parts two words, if anything does. */
function spellings(name: string): string[] {
  const titled = name.replace(/[a-z]+(?=[#*])/g, (word) => word[0]!.toUpperCase() + word.slice(1));
  const upper = name.replace(/[a-z]+(?=[#*])/g, (word) => word.toUpperCase());
  return [name, titled, upper].flatMap((one) => [one.replace('#', '[-_ ]'), one.replace('#', '')]);
}

/**
 * Claim files by name, and settings, which may name others, in the usual spellings; whatever the search misses is found when it is opened.
 * One pair of braces around all: the search for files finds nothing where they are nested.
 */
const CLAIM_FILES = `**/{${[
  'warrant.yaml',
  ...['yaml', 'yml', 'md'].map((ending) => `*.case.${ending}`),
  ...['*assurance#case*.md', 'safety#case*.md', 'security#case*.md', 'security#assurance*.md'].flatMap(
    spellings,
  ),
  ...['yaml', 'yml'].map((ending) => `*.gsn.${ending}`),
  '*.ltac',
  '.dotstop.dot',
  ...DRAWIO.map((ending) => `*.${ending}`),
].join(',')}}`;

/**
 * Starts the server as soon as there is something for it to do: the workspace has a claim file, one is opened or made, or the person looks
 * at the tree. The extension is activated by any YAML or Markdown file, and most of these have nothing to do with it.
 *
 * @param start is called once
 */
export function startWhenNeeded(
  start: () => void,
  view: vscode.TreeView<string>,
  isClaimFile: (uri: vscode.Uri) => boolean,
): vscode.Disposable {
  let started = false;
  const startOnce = (): void => {
    if (started) return;
    started = true;
    start();
    listeners.dispose();
  };
  const startFor = (uri: vscode.Uri): void => {
    if (uri.scheme === 'file' && isClaimFile(uri)) startOnce();
  };
  const watcher = vscode.workspace.createFileSystemWatcher(CLAIM_FILES, false, true, true);
  const listeners = vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(startOnce),
    vscode.workspace.onDidOpenTextDocument(({ uri }) => {
      startFor(uri);
    }),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible) startOnce();
    }),
  );
  if (view.visible) startOnce();
  for (const { uri } of vscode.workspace.textDocuments) startFor(uri);
  void vscode.workspace.findFiles(CLAIM_FILES, '**/node_modules/**', 1).then((found) => {
    if (found.length > 0) startOnce();
  });
  return listeners;
}
