import assert from 'node:assert/strict';
import { nodesOf, read, readOne } from './support.ts';

const argument = (...lines: string[]): string[] => nodesOf(readOne(lines.join('\n')));

describe('the parent of a node', () => {
  it('is the heading whose section it stands in', () => {
    assert.deepEqual(
      argument(
        '## C1: Top',
        '',
        '### S1: Split it',
        '',
        '#### C2: Left',
        '',
        '**R2:** Unless not',
        '',
        '#### C3: Right',
        '',
      ),
      ['C1 claim', 'S1 strategy < C1', 'C2 claim < S1', 'R2 rebuttal < C2', 'C3 claim < S1'],
    );
  });

  it('is the list item it stands in', () => {
    assert.deepEqual(
      argument(
        '- C1: Top',
        '  - C2: Left',
        '    - R2: Unless not',
        '      - C4: But it is',
        '  - C3: Right',
        '- C5: Another',
      ),
      ['C1 claim', 'C2 claim < C1', 'R2 rebuttal < C2', 'C4 claim < R2', 'C3 claim < C1', 'C5 claim'],
    );
  });

  it('is the last claim above that stands higher', () => {
    assert.deepEqual(
      argument(
        '**C1:** Top',
        '',
        '- C2: Left',
        '- R2: Unless not',
        '- C3: Right',
        '',
        '**R1:** Unless all is lost',
      ),
      ['C1 claim', 'C2 claim < C1', 'R2 rebuttal < C2', 'C3 claim < C1', 'R1 rebuttal < C1'],
    );
  });

  it('may stand in an earlier section that is less deep', () => {
    assert.deepEqual(
      argument(
        '## Claim',
        '',
        '**C1:** Top',
        '',
        '## Argument',
        '',
        '### Left (C2)',
        '',
        '### Right (C3)',
        '',
        '### Rules',
        '',
        '**IR1:** If so',
      ),
      ['C1 claim', 'C2 claim < C1', 'C3 claim < C1', 'IR1 inference < C1'],
    );
  });

  it('is none for claims that stand side by side', () => {
    assert.deepEqual(argument('### Claim 1: A', '', '### Claim 2: B', '', '### Claim 3: C'), [
      'Claim 1 claim',
      'Claim 2 claim',
      'Claim 3 claim',
    ]);
  });

  it('is the top claim, if one is called so, even for its neighbours', () => {
    assert.deepEqual(argument('## Main claim', '', '**C1:** Top', '', '## Left (C2)', '', '## Right (C3)'), [
      'C1 claim',
      'C2 claim < C1',
      'C3 claim < C1',
    ]);
    assert.deepEqual(argument('**Top-level claim C1:** Top', '', '**C2:** Left', '', '**R2:** Unless'), [
      'C1 claim',
      'C2 claim < C1',
      'R2 rebuttal < C2',
    ]);
  });

  it('is the top claim for what stands below its heading', () => {
    assert.deepEqual(argument('## Main claim', '', '- C1: Top', '- C2: Left', '', '### Right (C3)'), [
      'C1 claim',
      'C2 claim < C1',
      'C3 claim < C1',
    ]);
    assert.deepEqual(argument('## Main claim (C1): Top', '', '- C2: Left', '- C3: Right'), [
      'C1 claim',
      'C2 claim < C1',
      'C3 claim < C1',
    ]);
  });

  it('follows keywords and dotted ids among neighbours', () => {
    assert.deepEqual(
      argument(
        '**Claim C1:** A',
        '',
        '**Sub-claim C2:** B',
        '',
        '**Sub-claim C3:** C',
        '',
        '**Claim C4:** D',
      ),
      ['C1 claim', 'C2 claim < C1', 'C3 claim < C1', 'C4 claim'],
    );
    assert.deepEqual(argument('**C1:** A', '', '**C1.1:** B', '', '**C1.1.1:** C', '', '**C2:** D'), [
      'C1 claim',
      'C1.1 claim < C1',
      'C1.1.1 claim < C1.1',
      'C2 claim',
    ]);
  });

  it('of a context that comes first is the claim below', () => {
    assert.deepEqual(argument('**CT1:** On one host', '', '**C1:** Top'), ['CT1 context < C1', 'C1 claim']);
  });

  it('is never below the node itself', () => {
    assert.deepEqual(argument('- CT1: On one host', '  - C1: Top'), ['CT1 context', 'C1 claim < CT1']);
  });

  it('of an undercut is the inference rule of its section, or of its claim', () => {
    assert.deepEqual(
      argument('## C1: Top', '', '**IR1:** If', '', '### C2: Left', '', '**IR2:** If', '', '**UC2:** Unless'),
      ['C1 claim', 'IR1 inference < C1', 'C2 claim < C1', 'IR2 inference < C2', 'UC2 undercut < IR2'],
    );
    assert.deepEqual(argument('## C1: Top', '', '**UC1:** Unless'), ['C1 claim', 'UC1 undercut < C1']);
  });
});

describe('a defeater of which nothing tells what it attacks', () => {
  const lines = ['- **C1:** Left', '- **C2:** Right', '', '## Rebuttals', ''];

  it('is read, hangs under nothing, and is a finding', () => {
    const text = [...lines, '- **R1:** Unless it rains'].join('\n');
    assert.deepEqual(argument(text), ['C1 claim', 'C2 claim', 'R1 rebuttal']);
    const [finding] = read(text).findings;
    assert.deepEqual([finding?.rule, finding?.node, finding?.range.start.line], ['unclear-parent', 'R1', 5]);
  });

  it('attacks the one claim that it names', () => {
    assert.deepEqual(argument(...lines, '- **R1:** Unless it rains, against C1'), [
      'C1 claim',
      'C2 claim',
      'R1 rebuttal < C1',
    ]);
  });

  it('attacks the claim that its row names', () => {
    assert.deepEqual(
      argument(...lines, '| ID | Attacks | Rebuttal |', '|-|-|-|', '| R1 | C1 | Unless it rains |'),
      ['C1 claim', 'C2 claim', 'R1 rebuttal < C1'],
    );
  });

  it('attacks the only claim there is', () => {
    assert.deepEqual(argument('- **C1:** Left', '', '## Rebuttals', '', '- **R1:** Unless it rains'), [
      'C1 claim',
      'R1 rebuttal < C1',
    ]);
  });
});

describe('threats and assets', () => {
  it('stand by themselves, whatever claims stand above', () => {
    assert.deepEqual(
      argument(
        '## Top-level claim (C1): Mail is kept',
        '',
        '## Threats',
        '',
        '- **T1:** Loss',
        '',
        '## Claims',
        '',
        '**C2:** x',
      ),
      ['C1 claim', 'T1 threat', 'C2 claim < C1'],
    );
  });

  it('are answered by what stands in their section, and not by what follows it', () => {
    assert.deepEqual(
      argument(
        '## T1: Loss',
        '',
        '- **Mitigation:** copies of all mail',
        '',
        '## C1: Mail is kept',
        '',
        '### C2: Left',
        '',
      ),
      ['T1 threat', 'copies-of-all-mail control < T1', 'C1 claim', 'C2 claim < C1'],
    );
  });
});

describe('a strategy that names claims', () => {
  it('has those below it that support the same claim', () => {
    assert.deepEqual(
      argument(
        '## G1: Top',
        '',
        '| Node | Kind | Text |',
        '|-|-|-|',
        '| S1 | Strategy | Mail is signed (G2) and read (G3) |',
        '',
        '### G2: Signed',
        '',
        '### G3: Read',
        '',
        '#### G4: Shown',
      ),
      ['G1 claim', 'S1 strategy < G1', 'G2 claim < S1', 'G3 claim < S1', 'G4 claim < G3'],
    );
  });
});

describe('claims below a heading that states the top claim', () => {
  it('are side by side, and rows whose column holds their own ids stay where their numbers say', () => {
    assert.deepEqual(
      argument(
        '## Top-level claim',
        '',
        'Mail is safe.',
        '',
        '### G1: Signed',
        '',
        '### G2: Read',
        '',
        '| Claim ID | Claim |',
        '|-|-|',
        '| G2.1 | Shown |',
      ),
      ['mail-is-safe claim', 'G1 claim < mail-is-safe', 'G2 claim < mail-is-safe', 'G2.1 claim < G2'],
    );
  });
});
