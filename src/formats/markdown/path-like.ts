/**
 * How much a written token looks like a path:
 * - `path`: it can hardly be anything else;
 * - `perhaps`: it could be one (`src/server`), or something else with a slash or a dot (`net/http`, `owner/repo`);
 * - `no`: it is something else.
 */
export type PathLikeness = 'path' | 'perhaps' | 'no';

/** Endings by which people know a file. Short words that are members of objects just as often (`log`, `key`, `map`) are not among them. */
const EXTENSIONS = new Set(
  (
    'R adoc astro avsc bash bat bazel bicep bzl c cc cfg cjs clj cljs cmake cmd cnf conf containerfile cpp crt cs csproj css csv cts cu cue ' +
    'cxx dart dfy dll dockerfile docx drawio elm erb erl ex exs feature fish fs fsx gemspec go gql gradle graphql groovy gz h hcl hh hpp ' +
    'hrl hs htm html ini ipynb jar java jl js json json5 jsonc jsonl jsonnet jsx kt kts lcov lean less lhs lua md mdx mjs mk ml mli mm ' +
    'mts nim nix odt pcap pdf pem php pl pm png pptx prisma properties proto ps1 puml py pyi pyx rake rb rego robot rs rst sarif sass ' +
    'scala scss sh sln smv so sol spdx sql sv svelte svg swift tex tf tfvars tgz tla toml ts tsv tsx txt vb vhd vhdl vue wasm whl xlsx ' +
    'xml yaml yml zig zip zsh'
  ).split(' '),
);

/** Files known by their whole name, in lower case. */
const NAMES = new Set(
  (
    'Brewfile CODEOWNERS Containerfile Dockerfile Gemfile Jenkinsfile Justfile Makefile Procfile Rakefile Taskfile Tiltfile Vagrantfile ' +
    'Cargo.lock Gemfile.lock Pipfile.lock Podfile.lock bun.lock composer.lock flake.lock go.mod go.sum go.work mix.lock poetry.lock uv.lock yarn.lock ' +
    '.bazelrc .clang-format .clang-tidy .coveragerc .dockerignore .editorconfig .eslintrc .flake8 .gitattributes .gitignore .gitmodules .mailmap ' +
    '.npmrc .nvmrc .prettierrc .pylintrc .semgrepignore .trivyignore'
  )
    .toLowerCase()
    .split(' '),
);

/** First folders by which people know a repository. Words that also stand beside others (`client/server`, `build/deploy`) are not among them. */
const FOLDERS = new Set(
  'cmd crates doc docs examples helm infra internal lib modules packages pkg scripts src test testdata tests tools vendor'.split(
    ' ',
  ),
);

const MEDIA_TYPE = /^(?:application|audio|font|image|message|model|multipart|text|video)\/[\w.+*-]+$/;
const PRODUCT = /^(?:Alpine|D3|Deno|Discord|Express|Next|Node|Nuxt|React|Socket|Three|Vue)\.js$/i;
const DOMAIN =
  /^(?!\.)[\w-]+(?:\.[\w-]+)*\.(?:ai|app|cloud|co|com|de|dev|edu|eu|gov|in|info|io|land|me|net|nl|org|rs|software|systems|tech|uk|us)$/i;
const PLAIN_DOMAIN = /^(?:crates\.io|docs\.rs|golang\.org|pkg\.go\.dev)$/i;
const VERSION = /^v?\d+(?:\.\d+)*(?:[-+.][\w.]+)?$/i;
/** `actions/checkout@v4`, `github/codeql-action/init@v3`, `someone@example.org`. */
const AT_VERSION = /@[^/]*$/;
const FORBIDDEN = /[\s<>|;"'`=$\\^!&%]|:|,(?![^{}]*\})|^[/~@\-+#?]/;
/** An ending that is not known, but in no way like a version or a member of an object (`tls.Config`). */
const RARE_ENDING = /^[a-z][a-z\d_-]{0,9}$/;
/** An ending of names, not a name: `.d.ts`. */
const SUFFIX = /^\.(?:case|d|gsn|min|module|spec|stories|tar|test)\./;
/** Some frameworks name folders `(group)` and `[id]`; any other parenthesis makes a call. */
const GROUP = /(?<=^|\/)\([\w.-]+\)(?=\/|$)|\[+(?:\.\.\.)?[\w-]+\]+/g;

/**
 * Judges a token without looking at any file system. The token has no fragment. Never paths are npm scopes, owners' repositories and actions,
 * routes that begin with `/`, `~`, media types, e-mail addresses, URLs, domain names, versions, commands and calls.
 */
export function pathLikeness(token: string): PathLikeness {
  if (token === '' || token.length > 300 || FORBIDDEN.test(token)) return 'no';
  if (/[()[\]]/.test(token.replace(GROUP, ''))) return 'no';
  const segments = token.split('/');
  const last = segments.at(-1)!;
  if (segments.includes('...') || /^[.*]+$/.test(token) || hasPlaceholder(token)) return 'no';
  if (SUFFIX.test(token) || PRODUCT.test(token) || PLAIN_DOMAIN.test(token)) return 'no';
  const known = NAMES.has(last.toLowerCase()) || EXTENSIONS.has(extensionOf(last));
  if (!known && (VERSION.test(token) || AT_VERSION.test(token))) return 'no';
  if (segments.length === 1)
    return known ? 'path' : isGlob(token) && extensionOf(last) !== '' ? 'perhaps' : 'no';
  if (MEDIA_TYPE.test(token) && !known) return 'no';
  if (DOMAIN.test(segments[0]!)) return 'no';
  if (known || last === '' || segments[0] === '..' || segments[0] === '.') return 'path';
  return likelihoodOfFolders(segments, last);
}

/** Several segments, the last with no ending that is known: a folder, a file with a rare ending, or two words with a slash between. */
function likelihoodOfFolders(segments: readonly string[], last: string): PathLikeness {
  if (isGlob(last) || FOLDERS.has(segments[0]!) || segments[0]!.startsWith('.')) return 'path';
  const ending = extensionOf(last);
  return RARE_ENDING.test(ending) || (segments.length > 2 && ending === '') ? 'path' : 'perhaps';
}

/** The part behind the last dot; '' where there is none, or nothing before it. */
function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1) : '';
}

function isGlob(text: string): boolean {
  return text.includes('*');
}

/** `jobs/{job_id}`: braces are part of a path only as alternatives, `{a,b}`. */
function hasPlaceholder(token: string): boolean {
  return /[{}]/.test(token.replace(/\{[^{},]+(?:,[^{},]+)+\}/g, ''));
}
