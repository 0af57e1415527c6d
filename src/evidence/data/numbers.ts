import type { DataScalar } from './tree.ts';

/** So many digits survive being a floating-point number. */
const EXACT_DIGITS = 15;

/**
 * A number so that the same value has the same text. Integers stay apart from fractions, as programs tell `1` from `1.0`. Takes signs, `_` between
 * digits, exponents, and the prefixes `0x`, `0o` and `0b`.
 */
export function numberOf(source: string): Pick<DataScalar, 'type' | 'text'> {
  const plain = source.replaceAll('_', '').toLowerCase().replace(/^\+/, '');
  const prefixed = /^(-?)(0[xob][\da-f]+)$/.exec(plain);
  if (prefixed) return { type: 'integer', text: prefixed[1]! + decimalOf(prefixed[2]!) };
  const integer = /^(-?)0*(\d+)$/.exec(plain);
  if (integer) return { type: 'integer', text: integer[1]! + integer[2]! };
  return { type: 'float', text: fractionOf(plain) };
}

function decimalOf(prefixed: string): string {
  return prefixed.length <= EXACT_DIGITS ? String(Number(prefixed)) : prefixed;
}

function fractionOf(plain: string): string {
  const digits = plain.replace(/e.*/, '').replace(/[^\d]/g, '').length;
  const value = Number(plain);
  return digits <= EXACT_DIGITS && Number.isFinite(value) ? String(value) : plain;
}
