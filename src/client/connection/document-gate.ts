import { isHeard, type Interest } from './interest.ts';

/** Keeps which documents are open at the server, as distinct from those open in the editor. */
export interface DocumentGate {
  interest(): Interest;
  setInterest(interest: Interest): void;
  /** From now on a document is heard, whatever the server says of it: somebody names claims in it. Until it is closed in the editor. */
  hear(uri: string): void;
  /** Lets a document through if it is heard and not open at the server yet; it counts as open from then on. */
  open(uri: string): boolean;
  isOpen(uri: string): boolean;
  /** Lets the close of a document through if it is open at the server. */
  close(uri: string): boolean;
  /** Of the documents open in the editor, those the server has yet to be told of, and those it no longer wants. */
  pending(openInEditor: readonly string[]): {
    readonly open: readonly string[];
    readonly close: readonly string[];
  };
  /** Forgets what is open, for a server that starts anew. */
  reset(): void;
}

/** A gate with nothing open. URIs have to be normalised. */
export function createDocumentGate(initial: Interest): DocumentGate {
  let interest = initial;
  const atServer = new Set<string>();
  const named = new Set<string>();
  const isWanted = (uri: string): boolean => named.has(uri) || isHeard(interest, uri);
  return {
    interest: () => interest,
    setInterest(next) {
      interest = next;
    },
    hear: (uri) => {
      named.add(uri);
    },
    open(uri) {
      if (atServer.has(uri) || !isWanted(uri)) return false;
      atServer.add(uri);
      return true;
    },
    isOpen: (uri) => atServer.has(uri),
    close(uri) {
      named.delete(uri);
      return atServer.delete(uri);
    },
    pending: (openInEditor) => ({
      open: openInEditor.filter((uri) => !atServer.has(uri) && isWanted(uri)),
      close: openInEditor.filter((uri) => atServer.has(uri) && !isWanted(uri)),
    }),
    reset: () => {
      atServer.clear();
    },
  };
}
