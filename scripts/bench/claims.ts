import type { Random } from './random.ts';
import { LINKS_PER_CLAIM, type Shape, evidenceFiles } from './shape.ts';
import { FUNCTIONS, functionOf, pathOf } from './sources.ts';

/** A claim file of a made repository. */
export interface ClaimText {
  readonly path: string;
  readonly text: string;
  readonly links: readonly string[];
}

const SUBJECTS = ['The service', 'Every request', 'The importer', 'Each session', 'The store', 'The editor'];
const HOLDS = [
  'refuses what is larger than its limit',
  'keeps what it was given until it is asked for',
  'says so where a value cannot be read',
  'never leaves a part of its work undone',
  'gives each caller an answer of its own',
];

/** All claim files of a shape: a top claim, groups of ten claims below it, and three links a claim. */
export function claimTexts(shape: Shape, random: Random): ClaimText[] {
  const claims = Math.ceil(shape.links / LINKS_PER_CLAIM);
  const files = Math.ceil(claims / shape.claimsPerFile);
  let left = shape.links;
  return Array.from({ length: files }, (_, file) => {
    const links: string[] = [];
    const lines = [
      `case: Part ${file} of the system does what it should`,
      `id: part${file}`,
      'claims:',
      '  G:',
    ];
    lines.push(`    text: Part ${file} does what it should.`, '    claims:');
    for (let claim = 0; claim < shape.claimsPerFile && left > 0; claim++) {
      if (claim % 10 === 0) {
        lines.push(`      S${claim / 10}:`, `        text: Area ${claim / 10} holds.`, '        claims:');
      }
      const text = `${random.pick(SUBJECTS)} ${random.pick(HOLDS)} (${file}.${claim}).`;
      lines.push(`          C${claim}:`, `            text: ${text}`, '            evidence:');
      for (let i = 0; i < LINKS_PER_CLAIM && left > 0; i++, left--) {
        const link = makeLink(shape, random);
        links.push(link);
        lines.push(`              - ${link}`);
      }
    }
    return { path: `cases/part${file}.case.yaml`, text: `${lines.join('\n')}\n`, links };
  });
}

function makeLink(shape: Shape, random: Random): string {
  const file = random.below(evidenceFiles(shape));
  const kind = random.below(100);
  if (kind < shape.ranges) {
    const start = 5 + random.below(60);
    return `${pathOf(file)}#L${start}-L${start + 9}`;
  }
  if (kind < shape.ranges + shape.symbols)
    return `${pathOf(file)}#${functionOf(file, random.below(FUNCTIONS))}`;
  return pathOf(file);
}
