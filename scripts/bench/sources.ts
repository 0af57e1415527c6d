import type { Random } from './random.ts';

const AREAS = [
  'auth',
  'billing',
  'crypto',
  'editor',
  'export',
  'import',
  'network',
  'rules',
  'store',
  'sync',
];
const VERBS = ['check', 'close', 'collect', 'decode', 'encode', 'find', 'limit', 'open', 'parse', 'verify'];
const NOUNS = [
  'account',
  'buffer',
  'certificate',
  'header',
  'message',
  'node',
  'policy',
  'record',
  'session',
  'token',
];

/** How many functions a file of code has. */
export const FUNCTIONS = 8;

/** The path of a file by its number: twenty files a folder. */
export function pathOf(file: number): string {
  const area = AREAS[file % AREAS.length]!;
  const folder = Math.floor(file / AREAS.length / 20);
  return `src/${area}/part${folder}/module_${file}.${file % 2 === 0 ? 'py' : 'ts'}`;
}

/** The name of one of the functions (0 to 7) of a file. */
export function functionOf(file: number, index: number): string {
  const verb = VERBS[(file + index) % VERBS.length]!;
  const noun = NOUNS[(file * 3 + index) % NOUNS.length]!;
  return `${verb}_${noun}_${index}`;
}

/** The text of a file of code, about a hundred lines. Another version differs in what one of its functions does. */
export function sourceText(file: number, version: number, random: Random): string {
  const isPython = file % 2 === 0;
  const changed = random.below(FUNCTIONS);
  const parts = Array.from({ length: FUNCTIONS }, (_, index) =>
    (isPython ? pythonFunction : typescriptFunction)(
      functionOf(file, index),
      1000 * file + index + (index === changed ? version * 10 : 0),
    ),
  );
  const head = isPython
    ? `"""Module ${file}."""\nimport logging\n\nlog = logging.getLogger(__name__)\n`
    : `/** Module ${file}. */\nimport { log } from '../../log.js';\n`;
  return [head, ...parts].join('\n');
}

function pythonFunction(name: string, number: number): string {
  return `
def ${name}(value, limit=${number}):
    """Looks at a value, and says whether it is within the limit."""
    total = 0
    for index, item in enumerate(value):
        if item is None or index > limit:
            log.debug("item %d of %s is left out", index, "${name}")
            continue
        total += item * ${(number % 97) + 1}
    # What is too much is cut off.
    return min(total, limit), total > limit
`;
}

function typescriptFunction(name: string, number: number): string {
  return `
/** Looks at a value, and says whether it is within the limit. */
export function ${name}(value: readonly (number | undefined)[], limit = ${number}): [number, boolean] {
  let total = 0;
  for (const [index, item] of value.entries()) {
    if (item === undefined || index > limit) {
      log(\`item \${index} of ${name} is left out\`);
      continue;
    }
    total += item * ${(number % 97) + 1};
  }
  return [Math.min(total, limit), total > limit];
}
`;
}
