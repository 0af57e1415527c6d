import { LineIndex } from '../../model/text.ts';
import type { ReadResult } from '../format.ts';
import { type ChangedText, type NodePlace, changeNode, saysTheSame } from './change-node.ts';
import { insertInYaml } from './insert-in-yaml.ts';
import { flowText } from './yaml-text.ts';

/** What stands behind the requirements of a claim. */
const GOES_ON: ReadonlySet<string> = new Set(['evidence', 'claims', 'strategies', 'controls', 'rebuttals']);

/** Says of a native claim that it satisfies a requirement, too. What it gives was read back. Undefined where there is no way to. @param requirement such as `OWASP-2021:A03` */
export function addRequirement(
  text: string,
  place: NodePlace,
  requirement: string,
  read: (text: string) => ReadResult,
): ChangedText | undefined {
  const index = new LineIndex(text);
  return changeNode(
    text,
    place,
    function* ({ format }, { idRange }) {
      if (format !== 'yaml') return;
      const at = index.offset(idRange.start);
      const entry = flowText(requirement);
      const key = { key: 'satisfies', form: 'list', before: GOES_ON, textKey: 'text' } as const;
      // Where it is not there yet, in one line, as people write it.
      yield* insertInYaml(text, at, { ...key, value: `[${entry}]`, entry: () => entry });
    },
    (before, after) =>
      saysTheSame({ ...before, satisfies: [] }, { ...after, satisfies: [] }) &&
      [...before.satisfies.map((one) => one.requirement), requirement].join() ===
        after.satisfies.map((one) => one.requirement).join(),
    read,
  );
}
