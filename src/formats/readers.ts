import type { CaseFormat } from '../model/case.ts';
import type { Reader } from './format.ts';
import { readDrawio } from './drawio/read-drawio.ts';
import { readGsn2x } from './gsn2x/read-gsn2x.ts';
import { readLtac } from './ltac/read-ltac.ts';
import { readMarkdown } from './markdown/read-markdown.ts';
import { readTsf } from './tsf/read-tsf.ts';
import { readYaml } from './yaml/read-yaml.ts';

/** The reader of each notation. */
export const READERS: Readonly<Record<CaseFormat, Reader>> = {
  yaml: readYaml,
  markdown: readMarkdown,
  gsn2x: readGsn2x,
  ltac: readLtac,
  tsf: readTsf,
  drawio: readDrawio,
};
