/*
 * The commands that an editor is asked to run. What an editor has to know of them stands in the server's protocol.
 */

/** Opens the claims that rest on some evidence. Arguments: the evidence file's URI, the lens's position, the claims' locations. */
export const OPEN_CLAIMS = 'warrant.openClaims';

/** Shows what changed. Argument: Difference. */
export const SHOW_DIFFERENCE = 'warrant.showDifference';

/** Asks a person to look at evidence and to say whether it still supports its claims. Argument: ReviewTarget[]. */
export const STILL_HOLDS = 'warrant.stillHolds';

/** Asks a person for what speaks against a claim or its evidence, and writes it into the case. Argument: ReviewTarget. */
export const CHALLENGE = 'warrant.challenge';

/** Asks a person which parts of a file a link to the whole of it means, and writes them in its place. Argument: ReviewTarget. */
export const NARROW = 'warrant.narrow';

/** Asks a person which claim something in a file is evidence for, and writes that. Without arguments: what is selected. */
export const USE_AS_EVIDENCE = 'warrant.useAsEvidence';

/** Asks a person for the words of a claim that is taken out of another, with some of its evidence. Argument: ExtractTarget. */
export const EXTRACT_CLAIM = 'warrant.extractClaim';
