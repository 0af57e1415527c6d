import { say } from '../l10n/say.ts';
import { type Standard, findRequirement } from '../model/standard.ts';
import { escapeMarkdown } from './wording.ts';

/** A requirement's title, the standard and the chapter it is of, as Markdown; undefined where no standard has it. */
export function describeRequirement(standards: readonly Standard[], name: string): string | undefined {
  const found = findRequirement(standards, name);
  if (!found) return undefined;
  const { standard, requirement } = found;
  const chapter = standard.requirements.find(({ id }) => id === requirement.parent);
  const version = standard.version === undefined ? '' : ` ${standard.version}`;
  const of = escapeMarkdown(`${standard.title}${standard.title.includes(version.trim()) ? '' : version}`);
  const isSafe = /^https?:\/\/[^\s()<>]+$/.test(standard.url ?? '');
  const title = isSafe ? `[${of}](${standard.url})` : of;
  return [
    `**${escapeMarkdown(`${name} ${requirement.title}`.trim())}**`,
    chapter ? escapeMarkdown(say('In {0}', `${chapter.id} ${chapter.title}`.trim())) : '',
    title,
  ]
    .filter(Boolean)
    .join('\n\n');
}
