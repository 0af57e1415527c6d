import assert from 'node:assert/strict';
import { reportJson } from '../../src/cli/report-json.ts';
import { reportText } from '../../src/cli/report-text.ts';
import type { Report } from '../../src/cli/report.ts';
import { TODAY } from '../support/project.ts';
import { makeWorkspace } from '../support/workspace.ts';

interface Reported {
  readonly id: string;
  readonly file?: string;
  readonly line: number;
  readonly parents: readonly string[];
}

describe('reports of an argument in several files', () => {
  let report: Report;
  before(async () => {
    const { lookup, repository } = await makeWorkspace({
      '.dotstop.dot':
        'digraph G {\n"TOP" [sha="1"];\n"LOW" [sha="2"];\n"ALSO" [sha="3"];\n"TOP" -> "LOW";\n"ALSO" -> "LOW";\n"GONE";\n}\n',
      'items/TOP.md': '---\nnormative: true\n---\nThe top.\n',
      'items/ALSO.md': '---\nnormative: true\n---\nAnother top.\n',
      'items/LOW.md': '---\nnormative: true\nreferences:\n  - {type: file, path: run.py}\n---\n\nThe low.\n',
      'run.py': 'print(1)\n',
    });
    report = { snapshot: lookup.snapshot, root: repository.root, folders: [repository.root], now: TODAY };
    repository.remove();
  });

  it('name the file of each node and link that is not in the case’s own', () => {
    const { cases } = JSON.parse(reportJson(report)) as {
      cases: { file: string; nodes: Reported[]; evidence: Reported[] }[];
    };
    const [one] = cases;
    assert.equal(one?.file, '.dotstop.dot');
    assert.deepEqual(
      one.nodes.map(({ id, file, line, parents }) => [id, file, line, parents]),
      [
        ['TOP', 'items/TOP.md', 4, []],
        ['LOW', 'items/LOW.md', 7, ['TOP', 'ALSO']],
        ['ALSO', 'items/ALSO.md', 4, []],
        ['GONE', undefined, 7, []],
      ],
    );
    assert.deepEqual([one.evidence[0]?.file, one.evidence[0]?.line], ['items/LOW.md', 4]);
  });

  it('show it as one tree', () => {
    const lines = reportText(report, false).split('\n');
    assert.match(lines[0]!, /^Trustable graph .* \.dotstop\.dot:1$/);
    assert.match(lines[1]!, /TOP The top\./);
    assert.match(lines[2]!, /^│ {2}└─ .*LOW The low\./);
    assert.match(lines[3]!, /run\.py/);
    assert.ok(lines.some((line) => /items\/ALSO|GONE\.md/.test(line)));
  });
});
