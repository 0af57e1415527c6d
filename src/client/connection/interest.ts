import type { InterestParams } from '../../server/protocol.ts';

/*
 * Which files the server hears of: claim files and files that are evidence, nothing else. Without VS Code's API, so that it can be tested alone.
 * All URIs here are normalised: the same file always has the same string.
 */

/** The files the server wants to hear of. */
export interface Interest {
  isClaimFile(uri: string): boolean;
  isEvidence(uri: string): boolean;
  /** Whether a file lies in a folder whose files are evidence. */
  isInEvidenceFolder(uri: string): boolean;
  /** Whether claim files or evidence lie below a folder. */
  isAbove(uri: string): boolean;
}

export type FileEventKind = 'created' | 'changed' | 'deleted';

/**
 * Names of files that are read as cases wherever they are. The same as `CLAIM_FILE_GLOBS` of the formats, which lie behind the server,
 * and as the activation events in package.json; a test holds the three together.
 */
const CLAIM_FILE_NAMES = [
  /[^/]\.case\.(?:yaml|yml|md)$/i,
  /assurance(?:[-_ ]|%20)?case[^/]*\.md$/i,
  /\/(?:safety|security)(?:[-_ ]|%20)?case[^/]*\.md$/i,
  /\/security(?:[-_ ]|%20)assurance[^/]*\.md$/i,
  /[^/]\.gsn\.ya?ml$/i,
  /[^/]\.ltac$/i,
  /\/\.dotstop\.dot$/i,
  /[^/]\.(?:drawio|dio)(?:\.(?:svg|png|xml))?$/i,
];

/** Folders whose files come and go by the thousand and are never evidence of a claim. */
const NOISE = /\/(?:\.git|\.hg|\.svn|node_modules)(?:\/|$)/;

/** What people set, wherever it lies: it may make a file a case that was none. Standards, which cases name. Reviews of evidence. */
const SETTINGS = /\/warrant\.yaml$|[^/]\.standard\.ya?ml$|[^/]\.reviews\.yaml$/i;

/** Files that decide what git ignores, and which commits do not count. */
const RULES_OF_GIT = /\/\.git(?:ignore|-blame-ignore-revs)$/;

/**
 * What the server said it is interested in; before it said anything, claim files by their names.
 * A name is enough afterwards too, because a claim file that was just made is not in the server's list yet.
 */
export function interestIn(params: InterestParams | undefined, normalise: (uri: string) => string): Interest {
  const claimFiles = new Set(params?.claimFiles.map(normalise));
  const evidence = new Set(params?.evidence.map(normalise));
  const folders = new Set(params?.folders.map(normalise));
  return {
    isClaimFile: (uri) => claimFiles.has(uri) || CLAIM_FILE_NAMES.some((name) => name.test(uri)),
    isEvidence: (uri) => evidence.has(uri),
    isInEvidenceFolder: (uri) => folders.size > 0 && foldersAbove(uri).some((folder) => folders.has(folder)),
    isAbove: (uri) =>
      [claimFiles, evidence, folders].some((files) => [...files].some((file) => file.startsWith(`${uri}/`))),
  };
}

/** Whether the server is told what stands in an open document. */
export function isHeard(interest: Interest, uri: string): boolean {
  return (
    SETTINGS.test(uri) ||
    interest.isClaimFile(uri) ||
    interest.isEvidence(uri) ||
    interest.isInEvidenceFolder(uri)
  );
}

/**
 * Whether the server is told of something that happened on disk. Any file that comes may make a missing link good, and any
 * that goes may be where a folder or glob led; but what changes matters only if it is a claim file or evidence.
 */
export function isEventHeard(interest: Interest, kind: FileEventKind, uri: string): boolean {
  if (isHeard(interest, uri) || RULES_OF_GIT.test(uri)) return true;
  return kind !== 'changed' && !NOISE.test(uri);
}

/** Whether claims may have to follow when a file or folder gets another path. */
export function isMoveHeard(interest: Interest, uri: string): boolean {
  return isHeard(interest, uri) || interest.isAbove(uri);
}

function foldersAbove(uri: string): string[] {
  const folders: string[] = [];
  for (let end = uri.lastIndexOf('/'); end > 0; end = uri.lastIndexOf('/', end - 1)) {
    folders.push(uri.slice(0, end));
  }
  return folders;
}
