import type { CaseFormat } from '../model/case.ts';
import type { Reader } from './format.ts';
import { readMarkdown } from './markdown/read-markdown.ts';
import { readYaml } from './yaml/read-yaml.ts';

/** The reader of each notation. */
export const READERS: Readonly<Record<CaseFormat, Reader>> = {
  yaml: readYaml,
  markdown: readMarkdown,
};
