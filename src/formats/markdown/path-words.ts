/**
 * What people know of paths by their words alone. Extensions are listed where they hardly ever are members of objects (`log`, `key`, `map`
 * are not among them).
 */
export const EXTENSIONS: ReadonlySet<string> = words(
  'R adb adoc ads agda als asciidoc asm astro avsc bash bat bazel bicep bzl c cc cfg circom cjs clj cljs cmake cmd cnf conf containerfile cpp crt cs ' +
    'cshtml csproj css csv cts cu cue cxx dart dfy dll dockerfile docx drawio ejs elm erb erl ex exs feature fish fs fsx gemspec go gql ' +
    'gradle graphql groovy gz h hbs hcl hh hpp hrl hs htm html ini ino ipynb j2 jar java jl js json json5 jsonc jsonl jsonnet jsx kdl kt kts ' +
    'lcov ld lean less lhs lua md mdx mjs mk ml mli mm mts ndjson nim nix odt pcap pdf pem php pl plist pm pml png pptx prisma properties proto ' +
    'ps1 psm1 puml pv pvs py pyi pyx rake razor rb rego resx robot rs rst sarif sass scala scss sh sln smt2 smv so sol spdx spthy sql sv svelte svg swift ' +
    'tcl tex tf tfvars tgz thy tla tmpl toml tpl ts tsv tsx txt vb vhd vhdl vue wasm wgsl whl xaml xlsx xml xsd yaml yml zig zip zsh',
);

/** Of those, the ones of text that has no symbols in it: prose, settings, data. A word behind such a path names no function. */
export const WITHOUT_SYMBOLS: ReadonlySet<string> = words(
  'adoc asciidoc avsc cfg cnf conf containerfile crt csproj css csv dll dockerfile docx drawio gz htm html ini ipynb jar json json5 jsonc jsonl ' +
    'lcov less lock md mdx mod ndjson odt pcap pdf pem plist png pptx properties puml resx rst sarif scss sln so spdx sum svg tex tfvars tgz ' +
    'toml tsv txt wasm whl work xaml xlsx xml xsd yaml yml zip',
);

/** Files known by their whole name, in lower case. */
export const NAMES: ReadonlySet<string> = words(
  (
    'Brewfile CODEOWNERS Containerfile Dockerfile Gemfile Jenkinsfile Justfile Makefile Procfile Rakefile Taskfile Tiltfile Vagrantfile ' +
    'Cargo.lock Gemfile.lock Pipfile.lock Podfile.lock bun.lock composer.lock deno.lock flake.lock go.mod go.sum go.work mix.lock pdm.lock ' +
    'poetry.lock uv.lock yarn.lock .bazelrc .clang-format .clang-tidy .coveragerc .dockerignore .editorconfig .eslintrc .flake8 ' +
    '.gitattributes .gitignore .gitmodules .mailmap .npmrc .nvmrc .prettierrc .pylintrc .semgrepignore .trivyignore'
  ).toLowerCase(),
);

/** Documents that stand in the root of a repository without an ending. Only as written here: `license` is a word. */
export const DOCUMENTS: ReadonlySet<string> = words(
  'AUTHORS CHANGELOG CHANGES CONTRIBUTING CONTRIBUTORS COPYING COPYRIGHT LICENCE LICENSE MAINTAINERS NEWS NOTICE OWNERS README VERSION',
);

/** Folders that begin with a dot and belong to a repository; others are those of a person's home, or of a tool's work. */
export const DOT_FOLDERS: ReadonlySet<string> = words(
  '.azure-pipelines .buildkite .cargo .changeset .circleci .clusterfuzzlite .config .devcontainer .gitea .githooks .github .gitlab .husky ' +
    '.semgrep .vscode',
);

/** Folders of what is built or installed, wherever they lie: seldom in a repository. */
export const OUTPUT_FOLDERS: ReadonlySet<string> = words(
  '.cache .git .next .nox .nuxt .tox .venv __pycache__ _build _site dist htmlcov node_modules site-packages venv',
);

/** First folders of what is built, and of paths on a computer. A repository has few of them. */
export const FOREIGN_ROOTS: ReadonlySet<string> = words(
  'artifacts bin build coverage dev etc home mnt obj opt out output proc release reports root sys target temp tmp usr var',
);

/** First folders of Go's standard library. */
export const GO_PACKAGES: ReadonlySet<string> = words(
  'archive bufio bytes compress container context crypto database debug embed encoding errors expvar flag fmt go hash html image io iter ' +
    'log maps math mime net os path plugin reflect regexp runtime slices sort strconv strings sync syscall text time unicode unsafe',
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
