import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { say } from '../../l10n/say.ts';
import { fileExists } from '../file-exists.ts';
import { CASE_ENDING, casePath, nameFor, type PathProblem } from './file-name.ts';
import { fillPattern, type FilledPattern } from './fill-pattern.ts';
import { PATTERNS, patternFile, type PatternName } from './patterns.ts';

/** Where a first case is proposed to be. */
const DEFAULT_FOLDER = 'docs/assurance/';

/** More claim files than this need not be seen to know where they are. */
const ENOUGH = 50;

/**
 * Asks what the case begins with, what it is called and where it is to be, writes it there, and takes the person through the places to
 * fill in. Whoever leaves a question unanswered has changed nothing.
 */
export async function openNewCase(extension: vscode.Uri): Promise<void> {
  const pattern = await choosePattern();
  const title = pattern && (await askTitle());
  if (title === undefined) return;
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, patternFile(pattern!)));
  const filled = fillPattern(new TextDecoder().decode(bytes), title.trim());
  if ((vscode.workspace.workspaceFolders ?? []).length === 0) {
    await newFile(title, filled);
    return;
  }
  const uri = await writeCase(title, new TextEncoder().encode(filled.text));
  if (uri) await fillIn(await vscode.workspace.openTextDocument(uri), filled);
}

/** Where no folder is open, the case may be anywhere: VS Code asks where, with a name that is one of a case. */
async function newFile(title: string, filled: FilledPattern): Promise<void> {
  const uri = await vscode.window.showSaveDialog({
    title: say('New Assurance Case'),
    defaultUri: vscode.Uri.joinPath(vscode.Uri.file(homedir()), nameFor(title) + CASE_ENDING),
  });
  if (!uri) return;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(filled.text));
  await fillIn(await vscode.workspace.openTextDocument(uri), filled);
}

/**
 * Asks where the case is to be, and writes it there; again where that cannot be. The server reads files: claims and evidence are completed while one
 * fills in, and that is why the file is made first.
 */
async function writeCase(title: string, content: Uint8Array): Promise<vscode.Uri | undefined> {
  for (;;) {
    const uri = await askFile(title);
    if (!uri) return undefined;
    try {
      await vscode.workspace.fs.writeFile(uri, content);
      return uri;
    } catch (error) {
      const again = say('Choose Another Place…');
      const why = error instanceof Error ? error.message : String(error);
      const path = vscode.workspace.asRelativePath(uri);
      const choice = await vscode.window.showErrorMessage(
        say('Warrant: the case could not be written to {0}: {1}', path, why),
        again,
      );
      if (choice !== again) return undefined;
    }
  }
}

async function choosePattern(): Promise<PatternName | undefined> {
  const items = PATTERNS.map((name) => ({ ...labelOf(name), name }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: say('New Assurance Case'),
    placeHolder: say('What the case begins with'),
    matchOnDetail: true,
    // The walkthrough takes the focus back for a moment when its button was clicked.
    ignoreFocusOut: true,
  });
  return chosen?.name;
}

function labelOf(name: PatternName): { label: string; detail: string } {
  switch (name) {
    case 'blank':
      return {
        label: say('Blank'),
        detail: say('One claim, and a place for its evidence.'),
      };
    case 'security-properties':
      return {
        label: say('Security Properties'),
        detail: say('What has to hold of one asset: its confidentiality, integrity and availability.'),
      };
    case 'threat-driven':
      return {
        label: say('Threats and Controls'),
        detail: say(
          'Assets, what may happen to them, and what is done against it. Each control answers a threat.',
        ),
      };
    case 'owasp-top-10':
      return {
        label: say('OWASP Top 10 (2021)'),
        detail: say('A claim for each of the ten risks of web applications, with its requirement.'),
      };
  }
}

function askTitle(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: say('New Assurance Case'),
    prompt: say('What the case argues for, as a title'),
    placeHolder: say('Security of the web shop'),
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? say('A case needs a title.') : undefined),
  });
}

/** Where the case is to be: a file that is not there yet, in one of the folders that are open. */
async function askFile(title: string): Promise<vscode.Uri | undefined> {
  const folder = await chooseFolder();
  if (!folder) return undefined;
  const beside = await folderOfCases(folder);
  const name = await freeName(vscode.Uri.joinPath(folder, beside), nameFor(title));
  const typed = await vscode.window.showInputBox({
    title: say('New Assurance Case'),
    prompt: say('The file, relative to the folder that is open'),
    value: `${beside}${name}${CASE_ENDING}`,
    valueSelection: [beside.length, beside.length + name.length],
    ignoreFocusOut: true,
    validateInput: async (value) => {
      const read = casePath(value);
      if ('problem' in read) return sayProblem(read.problem);
      return (await fileExists(vscode.Uri.joinPath(folder, read.path)))
        ? say('{0} is there already. Choose another name.', read.path)
        : undefined;
    },
  });
  const read = typed === undefined ? undefined : casePath(typed);
  return read && 'path' in read ? vscode.Uri.joinPath(folder, read.path) : undefined;
}

function sayProblem(problem: PathProblem): string {
  switch (problem) {
    case 'empty':
      return say('Type the name of a file.');
    case 'outside':
      return say('The file must lie in the folder that is open: type a path within it.');
    case 'folder':
      return say('This is a folder. Type the name of a file behind it.');
  }
}

async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const [first, second] = vscode.workspace.workspaceFolders ?? [];
  if (!second) return first?.uri;
  return (await vscode.window.showWorkspaceFolderPick())?.uri;
}

/** The folder that cases lie in already, or where a first one should be; relative, and ends with `/` unless it is the root. */
async function folderOfCases(folder: vscode.Uri): Promise<string> {
  const glob = new vscode.RelativePattern(folder, '**/*.case.{yaml,yml,md}');
  const files = await vscode.workspace.findFiles(glob, undefined, ENOUGH);
  const [first] = files.map((file) => file.path.slice(folder.path.replace(/\/$/, '').length + 1)).sort();
  return first === undefined ? DEFAULT_FOLDER : first.slice(0, first.lastIndexOf('/') + 1);
}

async function freeName(folder: vscode.Uri, name: string): Promise<string> {
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name}-${number}`;
    if (!(await fileExists(vscode.Uri.joinPath(folder, free + CASE_ENDING)))) return free;
  }
}

async function fillIn(document: vscode.TextDocument, { snippet }: FilledPattern): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  await editor.insertSnippet(new vscode.SnippetString(snippet), document.validateRange(all));
}
