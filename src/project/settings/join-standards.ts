import type { WrittenStandard } from '../../formats/standards/read-standards.ts';
import { say } from '../../l10n/say.ts';
import type { Finding } from '../../model/finding.ts';
import { baseName } from '../../model/paths.ts';
import type { Standard } from '../../model/standard.ts';

/** The standards that cases may name, and what is wrong with how they are given. */
export interface KnownStandards {
  readonly standards: readonly Standard[];
  readonly findings: readonly Finding[];
}

/**
 * Puts the standards of a workspace beside those that come with the product. One of the workspace takes the place of a shipped one; of two in
 * the workspace with one id the first counts.
 */
export function joinStandards(shipped: readonly Standard[], own: readonly WrittenStandard[]): KnownStandards {
  const byId = new Map(shipped.map((standard) => [standard.id, standard]));
  const first = new Map<string, WrittenStandard>();
  const findings: Finding[] = [];
  for (const written of own) {
    const { id } = written.standard;
    const before = first.get(id);
    if (before) {
      findings.push(takenId(written, before));
      continue;
    }
    first.set(id, written);
    const shippedOne = byId.get(id);
    if (shippedOne && !saysTheSame(written.standard, shippedOne)) findings.push(replaced(written));
    byId.set(id, written.standard);
  }
  return { standards: [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), findings };
}

/** A copy of a shipped standard replaces nothing that anybody would notice. */
function saysTheSame(one: Standard, other: Standard): boolean {
  const said = ({ requirements }: Standard): string =>
    JSON.stringify(requirements.map(({ id, title, parent }) => [id, title, parent]));
  return said(one) === said(other);
}

function takenId({ standard, idRange }: WrittenStandard, before: WrittenStandard): Finding {
  const file = before.standard.file!;
  return {
    rule: 'standard',
    severity: 'error',
    message: say(
      'There is a standard {0} already, in {1}; this one is not used. Give it another id.',
      standard.id,
      baseName(file),
    ),
    file: standard.file!,
    range: idRange,
    related: [
      {
        message: say('The first {0}', standard.id),
        place: { kind: 'claim-file', file, range: before.idRange },
      },
    ],
  };
}

function replaced({ standard, idRange }: WrittenStandard): Finding {
  return {
    rule: 'standard',
    severity: 'information',
    message: say('A standard {0} comes with Warrant; this one is used in its place.', standard.id),
    file: standard.file!,
    range: idRange,
  };
}
