import { decodeText } from '../../src/evidence/text.ts';
import type { ReadResult } from '../../src/formats/format.ts';
import { type ClaimFile, readClaimBytes, readClaimFile } from '../../src/project/claim-files/claim-file.ts';
import type { Damage } from './damage.ts';
import { rangesOutside } from './ranges.ts';

/** What went wrong with one damaged file, in words. */
export interface Trouble {
  readonly damage: string;
  readonly what: string;
}

/** What came of reading damaged copies of a file. */
export interface DamageReport {
  readonly readings: number;
  readonly slowestMilliseconds: number;
  readonly troubles: readonly Trouble[];
}

/**
 * Reads each damaged copy as the product does, and its text also where the bytes are no longer UTF-8, which the product would refuse.
 *
 * @param now a clock in milliseconds
 */
export function readDamaged(file: string, damages: Iterable<Damage>, now: () => number): DamageReport {
  const troubles: Trouble[] = [];
  let readings = 0;
  let slowestMilliseconds = 0;
  const attempt = (damage: string, read: () => ClaimFile): void => {
    const start = now();
    try {
      const { text, read: result } = read();
      const outside = rangesOutside(text, result);
      if (outside[0] !== undefined)
        troubles.push({ damage, what: `${outside.length} ranges outside: ${outside[0]}` });
      if (isSilent(text, result)) troubles.push({ damage, what: 'read as nothing without a finding' });
    } catch (error) {
      troubles.push({
        damage,
        what: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
    readings++;
    slowestMilliseconds = Math.max(slowestMilliseconds, now() - start);
  };
  for (const { what, bytes } of damages) {
    attempt(what, () => readClaimBytes(file, { kind: 'file', bytes }));
    if (/\.(?:png|jpe?g)$/i.test(file) || decodeText(bytes).kind === 'text') continue;
    attempt(`${what}, as text`, () => readClaimFile(file, new TextDecoder().decode(bytes)));
  }
  return { readings, slowestMilliseconds, troubles };
}

function isSilent(text: string, { cases, findings }: ReadResult): boolean {
  return text.trim() !== '' && cases.length === 0 && findings.length === 0;
}
