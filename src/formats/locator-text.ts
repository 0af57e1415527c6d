import { blockText, flowText } from './editing/yaml-text.ts';
import { isPlaceInParentheses } from './ltac/references.ts';
import { asDestination, decodeDestination } from './markdown/destination.ts';
import { isReadInCodeSpan, isReadInLink } from './markdown/locators.ts';
import type { TextForm } from './writing-place.ts';

/** A text as it is written where its form is a given one. In plain YAML it gets quotes if it needs them, and all of it is given; elsewhere it may be a part. */
export function writtenIn(form: TextForm, text: string): string {
  switch (form) {
    case 'block':
      return blockText(text);
    case 'flow':
      return flowText(text);
    case 'double':
      return text.replace(/["\\]/g, '\\$&');
    case 'single':
      return text.replaceAll("'", "''");
    case 'destination':
      return asDestination(text);
    case 'code':
    case 'parentheses':
      return text;
  }
}

/** The text that something written there is: the reverse of `writtenIn` for what stands within quotes, or needs none. */
export function readFrom(form: TextForm, written: string): string {
  switch (form) {
    case 'double':
      return written.replace(/\\(["\\/])/g, '$1');
    case 'single':
      return written.replaceAll("''", "'");
    case 'destination':
      return decodeDestination(written);
    case 'block':
    case 'flow':
    case 'code':
    case 'parentheses':
      return written;
  }
}

/** Whether a locator that is written there would be read as one, which in prose not every one is. Of a folder: what lies in it. */
export function isReadIn(form: TextForm, locator: string): boolean {
  const whole = locator.endsWith('/') ? `${locator}a.ts` : locator;
  switch (form) {
    case 'code':
      return isReadInCodeSpan(whole);
    case 'destination':
      return isReadInLink(whole);
    case 'parentheses':
      return isPlaceInParentheses(whole);
    case 'block':
    case 'flow':
    case 'double':
    case 'single':
      return true;
  }
}
