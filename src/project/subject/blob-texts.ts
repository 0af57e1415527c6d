import { decodeText } from '../../evidence/text.ts';
import type { Git } from '../../ports/git.ts';
import { EVIDENCE_LIMIT } from './contents.ts';

/** What a blob holds, or why that cannot be said. */
export type BlobText = { readonly text: string } | 'not-text' | 'not-fetched' | 'not-readable';

/** How many texts are kept. */
const KEPT_TEXTS = 64;

/** Reads blobs as text. The last few are kept, so that typing in a file that has changed can be judged without asking again. */
export class BlobTexts {
  private readonly texts = new Map<string, BlobText>();

  /** @param isPartial whether what is not there may never have been fetched */
  constructor(
    private readonly git: Git,
    private readonly isPartial: () => Promise<boolean>,
  ) {}

  kept(oid: string): BlobText | undefined {
    return this.texts.get(oid);
  }

  async read(oid: string): Promise<BlobText> {
    const text = this.texts.get(oid) ?? (await this.readAfresh(oid));
    if (text === 'not-fetched' || text === 'not-readable') return text;
    this.texts.set(oid, text);
    if (this.texts.size > KEPT_TEXTS) this.texts.delete(this.texts.keys().next().value!);
    return text;
  }

  private async readAfresh(oid: string): Promise<BlobText> {
    const bytes = await this.git.blob(oid, EVIDENCE_LIMIT);
    if (!bytes) {
      if ((await this.git.info([oid]))[0]) return 'not-text';
      return (await this.isPartial()) ? 'not-fetched' : 'not-readable';
    }
    const decoded = decodeText(bytes);
    return decoded.kind === 'text' ? { text: decoded.text } : 'not-text';
  }
}
