import assert from 'node:assert/strict';
import { createFileIndex } from '../../../../src/evidence/file-index.ts';
import type { EvidenceLink } from '../../../../src/model/case.ts';
import {
  type LinkContext,
  isEvidence,
  resolveLink,
} from '../../../../src/project/judging/resolve/resolve-link.ts';
import { linkOf } from '../../../support/cases.ts';

const FILES = [
  'README.md',
  'SECURITY.md',
  'docs/README.md',
  'docs/case.md',
  'docs/guide.md',
  'docs/start/index.md',
  'src/a.ts',
  'src/lib/b.ts',
  'test/lib/b.ts',
  'data/rules/one.yaml',
  'app/data/sets/one.csv',
];
const index = createFileIndex(FILES);
const REPOSITORY = 'git.example/team/tool';
const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const PROSE: LinkContext = { lenient: true, documentFolder: 'docs', own: new Map([[REPOSITORY, 'known']]) };
const LIKELY: LinkContext = { ...PROSE, own: new Map([[REPOSITORY, 'likely']]) };
const APART: LinkContext = { lenient: true };

/** What a link leads to, in one line; `-` for one that is no evidence. */
function lead(locator: string, more: Partial<EvidenceLink> = {}, context: LinkContext = PROSE): string {
  const resolved = resolveLink(linkOf(locator, 'C1', more), index, context);
  if (!isEvidence(resolved, index)) return '-';
  const { resolution, doubtful, commit } = resolved;
  const marks = `${doubtful ? '?' : ''}${commit === undefined ? '' : '@'}`;
  if (!resolution) return resolved.locator.kind + marks;
  const fragment = resolved.locator.kind === 'path' ? resolved.locator.fragment?.kind : undefined;
  const part = fragment === undefined ? '' : `#${fragment}`;
  return `${resolution.kind === 'found' ? resolution.path : resolution.kind}${part}${marks}`;
}

const HYPERLINK = { hyperlink: true } as const;
const MENTION = { cited: false } as const;
const DOUBTFUL = { doubtful: true } as const;

describe('a path in prose', () => {
  it('starts at the root, then at the document', () => {
    assert.equal(lead('README.md'), 'README.md');
    assert.equal(lead('guide.md'), 'docs/guide.md');
  });

  it('starts at the document where it is a hyperlink, then at the root', () => {
    assert.equal(lead('README.md', HYPERLINK), 'docs/README.md');
    assert.equal(lead('src/a.ts', HYPERLINK), 'src/a.ts');
    assert.equal(lead('../README.md', HYPERLINK), 'README.md');
  });

  it('with dots in front is exact, since whoever writes them has counted', () => {
    assert.equal(lead('../guide.md'), 'missing');
    assert.equal(lead('./guide.md'), 'docs/guide.md');
    assert.equal(lead('./src/a.ts'), 'src/a.ts');
  });

  it('may name the page that a site makes of a file', () => {
    assert.equal(lead('guide', HYPERLINK), 'docs/guide.md');
    assert.equal(lead('guide.html', HYPERLINK), 'docs/guide.md');
    assert.equal(lead('start', HYPERLINK), 'docs/start');
    assert.equal(lead('guide', DOUBTFUL), 'missing?');
  });

  it('that leads up to a page about the repository is a web address', () => {
    assert.equal(lead('../../security/advisories/new', HYPERLINK), 'url');
    assert.equal(lead('../../issues', HYPERLINK), 'url');
    assert.equal(lead('../../other/a.ts', HYPERLINK), 'outside');
  });

  it('may be a pattern in the one folder of that ending', () => {
    assert.equal(lead('data/rules/*'), 'data/rules/*');
    assert.equal(lead('data/sets/*.csv'), 'app/data/sets/*.csv');
  });

  it('loses the part that cannot be read', () => {
    assert.equal(lead('data/rules/one.yaml#keys'), 'data/rules/one.yaml');
    assert.equal(lead('SECURITY.md#reporting'), 'SECURITY.md#heading');
  });

  it('of a document apart from the subject leads nowhere where it is relative', () => {
    assert.equal(lead('images/a.png', HYPERLINK, APART), 'missing?');
    assert.equal(lead('src/a.ts', HYPERLINK, APART), 'src/a.ts?');
    assert.equal(lead('../images/a.png', {}, APART), '-');
    assert.equal(lead('images/a.png', {}, APART), 'missing');
  });
});

describe('what is evidence', () => {
  it('is whatever the native form cites', () => {
    assert.equal(lead('nowhere', {}, { lenient: false }), 'missing');
    assert.equal(lead('a\\b', {}, { lenient: false }), 'invalid');
  });

  it('is a cited file, there or not', () => {
    assert.equal(lead('infra/x.conf'), 'missing');
    assert.equal(lead('lib/b.ts'), 'ambiguous');
  });

  it('is no folder or pattern where not even its first folder is there', () => {
    assert.equal(lead('infra/nginx/'), '-');
    assert.equal(lead('src/nginx/'), 'missing');
    assert.equal(lead('infra/*.conf'), '-');
    assert.equal(lead('src/*.conf'), 'missing');
  });

  it('is no doubtful word, unless git says that it once was a path', () => {
    assert.equal(lead('config.yaml', DOUBTFUL), 'missing?');
    assert.equal(lead('a.ts', DOUBTFUL), 'src/a.ts?');
    assert.equal(lead('config.yaml', { ...DOUBTFUL, ...MENTION }), '-');
  });

  it('is a mention of one thing, or of a file in a folder that is there', () => {
    assert.equal(lead('a.ts', MENTION), 'src/a.ts');
    assert.equal(lead('src/gone.ts', MENTION), 'missing');
    assert.equal(lead('infra/gone.ts', MENTION), '-');
    assert.equal(lead('b.ts', { ...MENTION, ...DOUBTFUL }), '-');
    assert.equal(lead('readme.md', { ...MENTION, ...DOUBTFUL }), '-');
  });
});

describe('a web address', () => {
  const file = `https://${REPOSITORY}/blob/main/src/a.ts`;

  it("of the subject's own repository is a path", () => {
    assert.equal(lead(file), 'src/a.ts');
    assert.equal(lead(`${file}#L3-L4`), 'src/a.ts#lines');
    assert.equal(lead(file, MENTION, LIKELY), 'src/a.ts');
    assert.equal(lead(`https://${REPOSITORY}/tree/main/src/lib`), 'src/lib');
  });

  it('may name a branch with a slash', () => {
    assert.equal(lead(`https://${REPOSITORY}/blob/feature/x/src/a.ts`), 'src/a.ts');
  });

  it('that names a commit has it for a baseline', () => {
    assert.equal(lead(`https://${REPOSITORY}/blob/${COMMIT}/src/a.ts`), 'src/a.ts@');
  });

  it('of another repository is an address, and no mention', () => {
    const other = 'https://git.example/else/tool/blob/main/src/a.ts';
    assert.equal(lead(other), 'url');
    assert.equal(lead(other, MENTION), '-');
  });

  it('is never just missing: git has to say that the path was there', () => {
    assert.equal(lead(`https://${REPOSITORY}/blob/main/gone.ts`), 'missing?');
    assert.equal(lead(`https://${REPOSITORY}/blob/v2/gone.ts`), 'url');
    assert.equal(lead(`https://${REPOSITORY}/blob/main/gone.ts`, {}, LIKELY), 'url');
  });
});
