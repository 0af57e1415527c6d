import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { git } from '../demo/git.ts';
import { type Labels, parseLabels } from './labels.ts';

/** A folder of the corpus: a labelled document, or several that belong together, or a diagram. */
export interface Entry {
  readonly name: string;
  readonly kind: 'documents' | 'diagrams';
  readonly folder: string;
  readonly labels: Labels;
}

/** A document in a repository like the one it was published in: all files are there, and only the documents have content. */
export interface Workspace {
  /** Absolute. */
  readonly root: string;
  /** Its files, relative to the root. */
  readonly paths: readonly string[];
  /** Where the evidence lies, if in another repository. */
  readonly subject?: string;
  /** The documents' absolute paths, and what the labels call them. */
  readonly documents: ReadonlyMap<string, string>;
}

/** A diagram of the corpus, by where it was published. */
export interface Picture {
  /** `owner/name`. */
  readonly repository: string | undefined;
  readonly path: string;
  /** Its copy in the corpus. */
  readonly file: string;
}

const AUTHOR = {
  author: { name: 'corpus', email: 'corpus@example.invalid' },
  date: '2026-01-01T00:00:00+00:00',
};

/** Whether a folder is there. */
export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** All labelled folders of the corpus, by name. @throws Error for labels that cannot be read */
export async function listEntries(corpus: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const kind of ['documents', 'diagrams'] as const) {
    const names = (await exists(join(corpus, kind))) ? await readdir(join(corpus, kind)) : [];
    for (const name of names.sort()) {
      const folder = join(corpus, kind, name);
      const file = join(folder, 'labels.json');
      if (await exists(file)) entries.push({ name, kind, folder, labels: await readLabels(file) });
    }
  }
  return entries;
}

async function readLabels(file: string): Promise<Labels> {
  try {
    return parseLabels(await readFile(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The diagrams of the corpus, for the documents that show them. */
export async function listPictures(entries: readonly Entry[]): Promise<Picture[]> {
  const diagrams = entries.filter(({ kind }) => kind === 'diagrams');
  return Promise.all(
    diagrams.map(async ({ folder, labels }) => ({
      repository: (await repositories(folder, labels))[0],
      path: await publishedAs(folder),
      file: join(folder, labels.document),
    })),
  );
}

/** Makes the repository of a document, of empty files, in a folder that exists; and the subject's, where that is another. */
export async function layOut(
  { folder, labels }: Entry,
  pictures: readonly Picture[],
  scratch: string,
): Promise<Workspace> {
  const tree = await readTree(folder, 'TREE.txt.gz');
  const docTree = await readTree(folder, 'TREE-docrepo.txt.gz');
  const root = slashes(join(scratch, 'repository'));
  const base = documentFolder(labels, await publishedAs(folder), docTree ?? tree ?? []);
  const documents = new Map<string, string>();
  for (const name of labels.documents ?? [labels.document])
    documents.set(`${root}/${labels.path ?? `${base}${name}`}`, name);
  await makeFiles(root, docTree ?? tree ?? []);
  const [own, subject] = await repositories(folder, labels);
  const paths = new Set(docTree ?? tree ?? []);
  for (const picture of pictures)
    if (picture.repository === own && paths.has(picture.path))
      await put(`${root}/${picture.path}`, await readFile(picture.file));
  for (const [path, name] of documents) await put(path, await readFile(join(folder, name)));
  await commit(root, docTree ? own : subject);
  const files = [...new Set([...paths, ...[...documents.keys()].map((path) => path.slice(root.length + 1))])];
  if (!docTree) return { root, paths: files, documents };
  const subjectRoot = slashes(join(scratch, 'subject'));
  await makeFiles(subjectRoot, tree ?? []);
  await commit(subjectRoot, subject);
  return { root, paths: files, subject: subjectRoot, documents };
}

/** Which folder of the repository the documents lie in, with a trailing slash; '' for its root. */
function documentFolder({ document, documents }: Labels, published: string, tree: readonly string[]): string {
  const paths = new Set(tree);
  const folder = /^[^\s(]*\//.exec(published)?.[0] ?? '';
  const all = documents ?? [document];
  return ['', folder].find((base) => all.every((name) => paths.has(base + name))) ?? folder;
}

async function publishedAs(folder: string): Promise<string> {
  return (await source(folder, 'path')) ?? '';
}

/** `owner/name` of the document's repository, and of the subject. */
async function repositories(
  folder: string,
  { subject }: Labels,
): Promise<[string | undefined, string | undefined]> {
  const own = (await source(folder, 'repo'))?.replace(/^https:\/\/github\.com\//, '');
  const name = subject?.split('@')[0];
  return [own, name?.includes('/') ? name : own];
}

async function source(folder: string, key: string): Promise<string | undefined> {
  const file = join(folder, 'SOURCE.txt');
  const text = (await exists(file)) ? await readFile(file, 'utf8') : '';
  return new RegExp(`^${key}: (.+)$`, 'm').exec(text)?.[1];
}

async function readTree(folder: string, name: string): Promise<string[] | undefined> {
  const file = join(folder, name);
  if (!(await exists(file))) return undefined;
  const text = gunzipSync(await readFile(file)).toString('utf8');
  return text.split('\n').filter((path) => path !== '' && !path.split('/').includes('..'));
}

async function makeFiles(root: string, paths: readonly string[]): Promise<void> {
  await mkdir(root, { recursive: true });
  for (const folder of new Set(paths.map((path) => dirname(path))))
    await mkdir(join(root, folder), { recursive: true });
  for (const path of paths) await writeFile(join(root, path), '');
}

async function put(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}

async function commit(root: string, repository: string | undefined): Promise<void> {
  await git(root, ['init', '--quiet']);
  if (repository !== undefined && /^[\w.-]+\/[\w.-]+$/.test(repository))
    await git(root, ['remote', 'add', 'origin', `https://github.com/${repository}.git`]);
  await git(root, ['add', '--all', '--force']);
  await git(root, ['commit', '--quiet', '--allow-empty', '--message', 'As published'], AUTHOR);
}

function slashes(path: string): string {
  return path.replaceAll('\\', '/');
}
