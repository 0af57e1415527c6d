import assert from 'node:assert/strict';
import { hasSymbols, pathLikeness } from '../../../src/formats/markdown/path-like.ts';

/** By what each of them is. */
const JUDGED = {
  path: {
    'a file with an ending that people know': [
      'src/a.ts',
      'deploy/nginx/site.conf',
      '0001/first.md',
      'text/index.md',
    ],
    'a file known by its name': ['deploy/Dockerfile', 'api/go.mod'],
    'a file beside the document, or above': ['../GOVERNANCE.md', '../docs/a.md'],
    'a folder in a folder': ['bindings/go/', '.github/workflows/', 'tests/e2e/fixtures/'],
    'a name with the marks of a framework': [
      'app/(group)/page.tsx',
      'app/[id]/page.tsx',
      'src/{a,b}.ts',
      'packages/@scope/x/index.ts',
    ],
    'a pattern in a folder': ['tests/test_*.py', 'src/**/*.ts'],
  },
  perhaps: {
    'a name that programs may write, or users have': [
      'policy.py',
      'go.sum',
      'settings.yaml',
      '.golangci.yml',
      '.gitignore',
      'Dockerfile',
    ],
    'a document by its whole name': ['LICENSE', 'CHANGELOG'],
    'a file of the home folder, or of nobody': ['.env', '.toolrc', '.config.d/x', '.tool/credentials.json'],
    'a folder alone, mostly that of a build': ['dist/', 'cli/', 'src/'],
    'what is built or installed': [
      'dist/index.js',
      'packages/a/node_modules/b/index.js',
      'build/a.js',
      'target/x.jar',
    ],
    'words with a slash': [
      'net/http',
      'client/server',
      'TLS/mTLS',
      'a/b/c',
      'tests/unit',
      'owner/name',
      'refs/heads/main',
    ],
    'a type of a package': ['crypto/tls.Config'],
    'a file of another system': ['etc/passwd.conf', 'net/http/server.go'],
    'an example': ['path/to/file.ts', 'your-app/a.ts', 'foo/bar.py'],
    'two names of files': ['a.js/b.js', 'go.mod/go.sum'],
    'an ending that is rare': ['deploy/apparmor.profile', 'console.log', 'nginx.conf.template'],
    'a pattern of names': ['*.md', 'src/**', '**/*.ts'],
  },
  no: {
    nothing: [''],
    'a word or a command': [
      'git',
      'gosec',
      'git ls-files',
      'npm run build',
      'make test',
      'SELECT *',
      'O_NOFOLLOW',
    ],
    'a scope, an action, an address': [
      '@inquirer',
      '@scope/name',
      'actions/checkout@v4',
      'github/codeql-action/init@v3',
      'a@example.org',
    ],
    'a route or a place on a computer': [
      '/v1/plan',
      '/etc/passwd',
      '~/.ssh/id_rsa',
      'C:/a.ts',
      '$HOME/a.ts',
      'a\\b.ts',
    ],
    'a media type': ['application/json', 'text/plain', 'image/svg+xml'],
    'a call or a type': [
      'foo()',
      'filepath.Abs()',
      'exec.CommandContext',
      'bytes.Equal',
      'http.DefaultClient',
    ],
    'a version or a number': ['v1.2.3', '1.4', '65532:65532', 'CVE-2024-1234'],
    'a domain, an image, an import': [
      'docs.rs',
      'gcr.io/distroless/static',
      'github.com/o/r',
      'gcr.io/x/y:nonroot',
      'node:fs',
    ],
    'an option or a setting': ['-race', '--flag', 'key=value'],
    'an ending': ['.d.ts', '.test.js'],
    'a template': ['jobs/{job_id}', '<name>.yml'],
    dots: ['..', './...', '...'],
    'a product': ['Node.js'],
    'a text': ['`x`', 'x'.repeat(400) + '.ts'],
  },
} as const;

describe('whether a token looks like a path', () => {
  for (const [likeness, groups] of Object.entries(JUDGED)) {
    for (const [what, tokens] of Object.entries(groups)) {
      it(`${likeness}: ${what}`, () => {
        for (const token of tokens) assert.equal(pathLikeness(token), likeness, token);
      });
    }
  }

  it('is judged without delay, whatever the token', () => {
    for (const piece of ['(', '[', '{,', '/', '.', 'a/', '(a)/', '../', '@', ',}']) {
      for (let i = 0; i < 2000; i++) pathLikeness(piece.repeat(Math.floor(300 / piece.length)));
    }
  });
});

describe('whether symbols are looked for in a file', () => {
  it('is so for code, and not for prose, settings and data', () => {
    assert.deepEqual(['a/b.go', 'a.py', 'x.test.ts', 'lib.rs'].filter(hasSymbols).length, 4);
    assert.deepEqual(['a.md', 'b.yml', 'c.json', 'Dockerfile', 'go.mod', 'd/', 'e'].filter(hasSymbols), []);
  });
});
