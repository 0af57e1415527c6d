import { convertACase } from './convert-a-case.ts';
import type { Journey } from './journey.ts';
import { liveWithTheDemo } from './live-with-the-demo.ts';
import { followTheEvidence } from './follow-the-evidence.ts';
import { judgeTheEvidence } from './judge-the-evidence.ts';
import { narrowTheEvidence } from './narrow-the-evidence.ts';
import { installedExtension } from './installed-extension.ts';
import { grantTrust } from './grant-trust.ts';
import { readEveryNotation } from './read-every-notation.ts';
import { setTheRules } from './set-the-rules.ts';
import { severalFolders } from './several-folders.ts';
import { startFromNothing } from './start-from-nothing.ts';
import { seeTheClaims } from './see-the-claims.ts';

/** In the order in which they are walked. */
export const JOURNEYS: readonly Journey[] = [
  installedExtension,
  seeTheClaims,
  followTheEvidence,
  judgeTheEvidence,
  narrowTheEvidence,
  liveWithTheDemo,
  startFromNothing,
  grantTrust,
  severalFolders,
  readEveryNotation,
  convertACase,
  setTheRules,
];
