import * as vscode from 'vscode';
import type { EvidenceStandingParams, FileStanding } from '../../server/protocol.ts';

/** The marks in the Explorer, and wherever else VS Code shows files. */
export interface EvidenceBadges {
  hear(params: EvidenceStandingParams): void;
  dispose(): void;
}

/** Each state has a sign of its own, so that it can be told without colour; what is current has no colour. */
const BADGES: Readonly<Record<FileStanding['state'], readonly [badge: string, color?: string]>> = {
  broken: ['✗', 'list.errorForeground'],
  failing: ['✗', 'list.errorForeground'],
  stale: ['!', 'list.warningForeground'],
  unreviewed: ['·'],
  unknown: ['?'],
  current: ['✓'],
};

/** Marks files and folders that are evidence, unless a setting says not to. */
export function registerEvidenceBadges(): EvidenceBadges {
  let known = new Map<string, FileStanding>();
  const changed = new vscode.EventEmitter<vscode.Uri[]>();

  function tell(uris: Iterable<string>): void {
    const all = [...uris].map((uri) => vscode.Uri.parse(uri));
    if (all.length > 0) changed.fire(all);
  }

  const registered = vscode.Disposable.from(
    vscode.window.registerFileDecorationProvider({
      onDidChangeFileDecorations: changed.event,
      provideFileDecoration: (uri) => {
        const file = uri.scheme === 'file' && isWanted() ? known.get(uri.toString()) : undefined;
        return file && decorationOf(file);
      },
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('warrant.explorer')) tell(known.keys());
    }),
    changed,
  );
  return {
    hear({ files }) {
      const before = known;
      known = new Map(files.map((file) => [vscode.Uri.parse(file.uri).toString(), file]));
      const others = [...known].filter(([uri, file]) => !isSame(before.get(uri), file)).map(([uri]) => uri);
      tell([...others, ...[...before.keys()].filter((uri) => !known.has(uri))]);
    },
    dispose: () => registered.dispose(),
  };
}

function decorationOf({ state, words }: FileStanding): vscode.FileDecoration {
  const [badge, color] = BADGES[state];
  return new vscode.FileDecoration(
    badge,
    words,
    color === undefined ? undefined : new vscode.ThemeColor(color),
  );
}

function isSame(a: FileStanding | undefined, b: FileStanding): boolean {
  return a?.state === b.state && a.words === b.words;
}

function isWanted(): boolean {
  return vscode.workspace.getConfiguration('warrant').get('explorer.badges', true);
}
