import { convertACase } from './convert-a-case.ts';
import { firstCase } from './first-case.ts';
import { openExample } from './open-example.ts';
import type { Journey } from './journey.ts';
import { liveWithTheDemo } from './live-with-the-demo.ts';
import { followTheEvidence } from './follow-the-evidence.ts';
import { judgeTheEvidence } from './judge-the-evidence.ts';
import { narrowTheEvidence } from './narrow-the-evidence.ts';
import { inGerman } from './in-german.ts';
import { installedExtension } from './installed-extension.ts';
import { grantTrust } from './grant-trust.ts';
import { readEveryNotation } from './read-every-notation.ts';
import { setTheRules } from './set-the-rules.ts';
import { severalFolders } from './several-folders.ts';
import { startFromNothing } from './start-from-nothing.ts';
import { largeDiagrams } from './large-diagrams.ts';
import { seeFromTheCode } from './see-from-the-code.ts';
import { seeTheClaims } from './see-the-claims.ts';
import { writeWithHelp } from './write-with-help.ts';
import { seeTheDiagram } from './see-the-diagram.ts';
import { seeTheDiagramInGerman } from './see-the-diagram-in-german.ts';
import { steerTheTree } from './steer-the-tree.ts';

/** In the order in which they are walked. */
export const JOURNEYS: readonly Journey[] = [
  installedExtension,
  seeTheClaims,
  steerTheTree,
  followTheEvidence,
  judgeTheEvidence,
  seeFromTheCode,
  narrowTheEvidence,
  liveWithTheDemo,
  inGerman,
  seeTheDiagram,
  seeTheDiagramInGerman,
  largeDiagrams,
  startFromNothing,
  firstCase,
  openExample,
  grantTrust,
  severalFolders,
  readEveryNotation,
  convertACase,
  setTheRules,
  writeWithHelp,
];
