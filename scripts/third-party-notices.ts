import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DIST, ROOT } from './paths.ts';

/** Where they are written. */
export const NOTICES = join(DIST, 'THIRD-PARTY-NOTICES.txt');

/** Copied into dist/, so in no bundle. */
const COPIED = ['node_modules/@vscode/tree-sitter-wasm', 'node_modules/elkjs'];

const RULE = `\n${'-'.repeat(80)}\n\n`;

/**
 * Writes dist/THIRD-PARTY-NOTICES.txt: the licences of the packages whose code the product carries, as these ask for.
 *
 * @param bundled folders of packages, relative to the checkout
 * @throws Error if a package names no licence at all
 */
export async function writeNotices(bundled: ReadonlySet<string>): Promise<void> {
  await writeFile(NOTICES, await noticesOf(bundled));
}

/** What `writeNotices` writes. @throws Error if a package names no licence at all */
export async function noticesOf(bundled: ReadonlySet<string>): Promise<string> {
  const folders = [...new Set([...bundled, ...COPIED])].sort();
  const notices = await Promise.all(folders.map(notice));
  const heading = 'Warrant carries code of these packages, each under its own licence.\n';
  return [heading, ...new Set(notices)].join(RULE);
}

async function notice(folder: string): Promise<string> {
  const absolute = join(ROOT, folder);
  const about = JSON.parse(await readFile(join(absolute, 'package.json'), 'utf8')) as Record<string, unknown>;
  const licence = about['license'];
  if (typeof licence !== 'string') throw new Error(`${folder} names no licence in its package.json.`);
  const files = (await readdir(absolute)).filter((name) => /^(licen[cs]e|notice)/i.test(name)).sort();
  const texts = await Promise.all(files.map((name) => readFile(join(absolute, name), 'utf8')));
  return (
    [
      `${String(about['name'])} ${String(about['version'])} (${licence})`,
      // The Eclipse licence asks for a word on where the source is.
      ...(licence.startsWith('EPL') ? [`Its source is at ${sourceOf(about)}.`] : []),
      ...texts.map((text) => text.trim()),
    ].join('\n\n') + '\n'
  );
}

function sourceOf({ name, repository }: Record<string, unknown>): string {
  const url = (repository as Record<string, unknown> | undefined)?.['url'];
  return typeof url === 'string' ? url.replace(/^git\+|\.git$/g, '') : `npm, in the package ${String(name)}`;
}
