import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { arrow, file, shape } from '../formats/drawio/drawing.ts';
import { type TestRepository, makeRepository } from '../support/git-repository.ts';
import { pngWith } from './drawings.ts';

const TEXTS: Readonly<Record<string, string>> = {
  // Prose that shows its argument as a picture.
  'docs/assurance-case.md': `# The door opens for its guest only

**Claim C1:** A door opens for nobody but the guest who booked the room.

![The argument](door.drawio.png)

## Assumptions

- Guests keep their cards to themselves.
- The front desk asks who somebody is before it writes a card.
`,
  // An argument in two modules.
  'safety/doors.gsn.yaml': `module:
  name: Fire doors
  uses: [motor.gsn.yaml]
G1:
  text: Everybody can leave the building
  supportedBy: [S1]
S1:
  text: By what can hold a door shut
  supportedBy: [G2, M1]
G2:
  text: The lock lets go from the inside
  supportedBy: [Sn1]
Sn1:
  text: Test of the handle
  url: tests/test_lock.py#test_handle
`,
  'safety/motor.gsn.yaml': `M1:
  text: The motor stops when the power fails
  nodeType: Goal
  supportedBy: [Sn2]
Sn2:
  text: Test of the motor
  url: tests/test_motor.py
`,
  'keys/keys.ltac': `- Claim K1: Every lock has keys of its own
  - Claim K2: Keys are never used twice
    - Evidence E1: Made from the serial number (../src/keys.py)
  - Claim K3: Keys are changed when a lock is replaced {needssupport}
`,
  'security/cards.case.yaml': `case: Cards are worth nothing to a stranger
id: cards
assets:
  A1: The key on a card.
threats:
  T1:
    text: Somebody copies a card in a pocket.
    threatens: [A1]
    entryPoints: [{at: src/card.py#read_card, route: The reader in the door}]
    likelihood: high
  T2:
    text: Somebody finds a card in the street.
    threatens: [A1]
claims:
  P1:
    text: The key on a card stays on it.
    about: [A1]
    controls:
      K1:
        text: The card answers a question and never tells its key.
        answers: [T1]
        satisfies: [OWASP-2021:A02]
        evidence: [src/card.py#answer]
`,
  'src/card.py':
    'def read_card(reader):\n    return answer(reader.ask())\n\n\ndef answer(question):\n    return sign(question)\n',
  'src/clock.py': 'def now():\n    return 0\n',
  'src/keys.py': 'def key_of(serial):\n    return derive(serial)\n',
  'tests/test_lock.py': 'def test_handle():\n    assert True\n',
};

const BOXES = [
  { x: 20, y: 20, width: 360, height: 50 },
  { x: 20, y: 120, width: 160, height: 80 },
  { x: 220, y: 120, width: 160, height: 80 },
];

const DRAWN = file(
  shape('c2', 'Claim C2: A card cannot be copied'),
  shape('e1', 'Evidence E1: src/card.py', { y: 100 }),
  shape('c3', 'Claim C3: A lock knows what time it is', { x: 200 }),
  shape('e2', 'Evidence E2: src/clocks.py', { x: 200, y: 100 }),
  arrow('c2>e1'),
  arrow('c3>e2'),
);

/** A drawing that stands for itself. */
const FIRE = file(
  shape('f1', 'Claim F1: The fire brigade can open every door', { width: 200 }),
  shape('f2', 'Claim F2: Its card is always valid', { y: 100 }),
  shape('fe', 'Evidence: src/card.py', { y: 200 }),
  arrow('f1>f2'),
  arrow('f2>fe'),
);

/** A drawing that argues nothing. */
const OVERVIEW = file(
  shape('o1', 'Front desk'),
  shape('o2', 'Card writer', { x: 200 }),
  shape('o3', 'Lock', { x: 400 }),
  arrow('o1>o2'),
  arrow('o2>o3'),
);

/** A small repository with an argument in each notation. Two paths lead nowhere: one in the picture, one in the second module. */
export function makeNotationsWorkspace(): TestRepository {
  const repository = makeRepository();
  repository.write({ ...TEXTS, 'docs/fire.drawio': FIRE, 'docs/overview.drawio': OVERVIEW });
  writeFileSync(join(repository.root, 'docs', 'door.drawio.png'), pngWith(DRAWN, BOXES));
  repository.commit({ message: 'Say why the doors are safe' });
  return repository;
}
