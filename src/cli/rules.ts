import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pc from 'picocolors';
import { closest } from '../model/closest.ts';
import { rulePages } from '../node/rule-pages.ts';
import { CATALOGUE } from '../rules/catalogue.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage.ts';

/**
 * `warrant rules`: all that can be found, with how serious it is unless `warrant.yaml` says otherwise; or the page of one rule.
 *
 * @throws UsageError for a rule that does not exist
 */
export async function rules(id: string | undefined, terminal: Terminal): Promise<void> {
  terminal.out(id === undefined ? list(terminal.colour) : await page(id, terminal));
}

function list(colour: boolean): string {
  const paint = pc.createColors(colour);
  const width = Math.max(...[...CATALOGUE.keys()].map((id) => id.length));
  const lines = [...CATALOGUE.values()].map(
    ({ id, level, about }) =>
      `${paint.bold(id.padEnd(width))}  ${level.padEnd('information'.length)}  ${about}`,
  );
  return `${lines.join('\n')}\n\nwarrant rules ID shows what one of them means, with a bad and a good example.\n`;
}

async function page(id: string, { programFolder }: Terminal): Promise<string> {
  if (!CATALOGUE.has(id)) {
    const similar = closest(id.slice(0, 60), CATALOGUE.keys());
    throw new UsageError(`There is no rule ${id}.${similar ? ` Did you mean ${similar}?` : ''}`);
  }
  const folder = rulePages(programFolder);
  if (folder === undefined)
    throw new UsageError('The pages of the rules do not come with this installation.');
  return await readFile(join(folder, `${id}.md`), 'utf8');
}
