import tseslint from 'typescript-eslint';

/**
 * The walls between the folders of `src`: which folder may import which others. Arrows run one way, from the shells
 * (client, server, cli) down to the model.
 */
const MAY_IMPORT = {
  l10n: [],
  model: ['l10n'],
  ports: ['model'],
  parsing: ['l10n'],
  formats: ['l10n', 'model', 'parsing'],
  evidence: ['l10n', 'model', 'ports', 'parsing'],
  history: ['l10n', 'model', 'ports'],
  rules: ['l10n', 'model'],
  project: ['l10n', 'model', 'ports', 'formats', 'evidence', 'history', 'rules'],
  service: ['l10n', 'model', 'ports', 'project'],
  node: ['l10n', 'model', 'ports'],
  server: ['l10n', 'model', 'ports', 'project', 'service', 'node'],
  cli: ['model', 'ports', 'project', 'node', 'rules'],
  client: ['l10n', 'model', 'server', 'panel'],
  panel: ['l10n', 'model'],
};

/** Folders that run where no Node is: what they need of the outside comes through a port. */
const WITHOUT_NODE = [
  'l10n',
  'model',
  'ports',
  'parsing',
  'formats',
  'evidence',
  'history',
  'rules',
  'project',
  'service',
  'panel',
];

const wall = (folder) => {
  const forbidden = Object.keys(MAY_IMPORT).filter(
    (other) => other !== folder && !MAY_IMPORT[folder].includes(other),
  );
  const patterns = [
    {
      regex: `^(\\.\\./)+(${forbidden.join('|')})/`,
      message: `src/${folder} may import only from: ${[folder, ...MAY_IMPORT[folder]].join(', ')}.`,
    },
  ];
  if (folder === 'client') {
    patterns.push({
      regex: '^(\\.\\./)+server/(?!protocol\\.ts$)',
      message: 'The client knows the server by its protocol only.',
    });
    patterns.push({
      regex: '^(\\.\\./)+panel/(?!(messages|saved-state)\\.ts$)',
      message: 'The client knows the panel by its messages and its state only.',
    });
  } else {
    patterns.push({ regex: '^vscode$', message: 'Only src/client may import vscode.' });
  }
  if (WITHOUT_NODE.includes(folder)) {
    patterns.push({
      regex: '^(node:|fs$|fs/|path$|os$|child_process$|crypto$|url$|util$|simple-git$|fast-glob$)',
      message: `src/${folder} does not know Node: take it through a port.`,
    });
  }
  return {
    files: [`src/${folder}/**/*.ts`],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
};

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/', '.cache/', '.demo/', '.vscode-test/', 'examples/'] },
  ...tseslint.configs.strict.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './src/panel/ui/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
        { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that defines it.' },
      ],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 500 }],
    },
  },
  ...Object.keys(MAY_IMPORT).map(wall),
);
