/** A source file in pieces, with what can be done to the function that is evidence. Every piece ends with a line end. */
export interface Sample {
  readonly language: string;
  readonly path: string;
  readonly symbol: string;
  readonly head: string;
  readonly other: string;
  /** The function that is evidence, between the comments that begin and end its region. */
  readonly target: string;
  readonly foot: string;
  /** A function that an edit puts above all others. */
  readonly inserted: string;
  readonly edits: {
    readonly other: Replacement;
    readonly reformat: Replacement;
    readonly comment: Replacement;
    readonly body: Replacement;
    readonly signature: Replacement;
    readonly rename: Replacement;
  };
}

type Replacement = readonly [from: string, to: string];

const PYTHON: Sample = {
  language: 'Python',
  path: 'py/gate.py',
  symbol: 'limit',
  head: '# How often people may ask.\nimport math\n\n\n',
  other: 'def greet(name):\n    return "Hello " + name\n\n\n',
  target:
    '# warrant:begin limits\ndef limit(requests, seconds):\n    # Nobody may ask more often.\n    rate = requests / seconds\n    return min(rate, 10)\n# warrant:end limits\n\n\n',
  foot: 'def close(name):\n    return math.floor(name)\n',
  inserted: 'def knock(times):\n    return times * 2\n\n\n',
  edits: {
    other: ['"Hello "', '"Good morning "'],
    reformat: ['min(rate, 10)', 'min(\n        rate,\n        10,\n    )'],
    comment: ['Nobody may ask more often.', 'Who asks more often has to wait.'],
    body: ['rate, 10', 'rate, 100'],
    signature: ['requests, seconds)', 'requests, seconds, burst)'],
    rename: ['def limit', 'def throttle'],
  },
};

const TYPESCRIPT: Sample = {
  language: 'TypeScript',
  path: 'ts/gate.ts',
  symbol: 'limit',
  head: "// How often people may ask.\nimport { floor } from './math.ts';\n\n",
  other: "export function greet(name: string): string {\n  return 'Hello ' + name;\n}\n\n",
  target:
    '// warrant:begin limits\nexport function limit(requests: number, seconds: number): number {\n  // Nobody may ask more often.\n  const rate = requests / seconds;\n  return Math.min(rate, 10);\n}\n// warrant:end limits\n\n',
  foot: 'export const close = (name: number): number => floor(name);\n',
  inserted: 'export function knock(times: number): number {\n  return times * 2;\n}\n\n',
  edits: {
    other: ["'Hello '", "'Good morning '"],
    reformat: ['Math.min(rate, 10);', 'Math.min(\n    rate,\n    10,\n  )'],
    comment: ['Nobody may ask more often.', 'Who asks more often has to wait.'],
    body: ['rate, 10', 'rate, 100'],
    signature: ['seconds: number)', 'seconds: number, burst: number)'],
    rename: ['function limit', 'function throttle'],
  },
};

const GO: Sample = {
  language: 'Go',
  path: 'go/gate.go',
  symbol: 'Gate.Limit',
  head: '// Package gate says how often people may ask.\npackage gate\n\ntype Gate struct{ open bool }\n\n',
  other: 'func greet(name string) string {\n\treturn "Hello " + name\n}\n\n',
  target:
    '// warrant:begin limits\nfunc (g *Gate) Limit(requests, seconds int) int {\n\t// Nobody may ask more often.\n\trate := requests / seconds\n\treturn min(rate, 10)\n}\n// warrant:end limits\n\n',
  foot: 'func shut(name int) int {\n\treturn name\n}\n',
  inserted: 'func knock(times int) int {\n\treturn times * 2\n}\n\n',
  edits: {
    other: ['"Hello "', '"Good morning "'],
    reformat: ['min(rate, 10)', 'min(\n\t\trate,\n\t\t10,\n\t)'],
    comment: ['Nobody may ask more often.', 'Who asks more often has to wait.'],
    body: ['rate, 10', 'rate, 100'],
    signature: ['requests, seconds int)', 'requests, seconds, burst int)'],
    rename: ['Gate) Limit', 'Gate) Throttle'],
  },
};

const RUST: Sample = {
  language: 'Rust',
  path: 'rs/gate.rs',
  symbol: 'Gate.limit',
  head: '// How often people may ask.\npub struct Gate;\n\nimpl Gate {\n',
  other: '    fn greet(name: &str) -> String {\n        format!("Hello {}", name)\n    }\n\n',
  target:
    '    // warrant:begin limits\n    pub fn limit(requests: u32, seconds: u32) -> u32 {\n        // Nobody may ask more often.\n        let rate = requests / seconds;\n        std::cmp::min(rate, 10)\n    }\n    // warrant:end limits\n\n',
  foot: '    fn shut(name: u32) -> u32 {\n        name\n    }\n}\n',
  inserted: '    fn knock(times: u32) -> u32 {\n        times * 2\n    }\n\n',
  edits: {
    other: ['"Hello {}"', '"Good morning {}"'],
    reformat: ['std::cmp::min(rate, 10)', 'std::cmp::min(\n            rate,\n            10,\n        )'],
    comment: ['Nobody may ask more often.', 'Who asks more often has to wait.'],
    body: ['rate, 10', 'rate, 100'],
    signature: ['seconds: u32)', 'seconds: u32, burst: u32)'],
    rename: ['fn limit', 'fn throttle'],
  },
};

const JAVA: Sample = {
  language: 'Java',
  path: 'java/Gate.java',
  symbol: 'Gate.limit',
  head: '// How often people may ask.\npackage gate;\n\nclass Gate {\n',
  other: '    String greet(String name) {\n        return "Hello " + name;\n    }\n\n',
  target:
    '    // warrant:begin limits\n    @Override\n    public int limit(int requests, int seconds) {\n        // Nobody may ask more often.\n        int rate = requests / seconds;\n        return Math.min(rate, 10);\n    }\n    // warrant:end limits\n\n',
  foot: '    int shut(int name) {\n        return name;\n    }\n}\n',
  inserted: '    int knock(int times) {\n        return times * 2;\n    }\n\n',
  edits: {
    other: ['"Hello "', '"Good morning "'],
    reformat: ['Math.min(rate, 10)', 'Math.min(\n            rate,\n            10)'],
    comment: ['Nobody may ask more often.', 'Who asks more often has to wait.'],
    body: ['rate, 10', 'rate, 100'],
    signature: ['int seconds)', 'int seconds, int burst)'],
    rename: ['int limit', 'int throttle'],
  },
};

const CPP: Sample = {
  language: 'C++',
  path: 'cpp/gate.cpp',
  symbol: 'gate.Gate.limit',
  head: '// How often people may ask.\n#include "gate.hpp"\n\nnamespace gate {\n\n',
  other: 'static std::string greet(std::string name) {\n  return "Hello " + name;\n}\n\n',
  target:
    '// warrant:begin limits\nint Gate::limit(int requests, int seconds) {\n  // Nobody may ask more often.\n  int rate = requests / seconds;\n  return std::min(rate, 10);\n}\n// warrant:end limits\n\n',
  foot: 'int Gate::shut(int name) {\n  return name;\n}\n\n}\n',
  inserted: 'static int knock(int times) {\n  return times * 2;\n}\n\n',
  edits: {
    other: ['"Hello "', '"Good morning "'],
    reformat: ['std::min(rate, 10)', 'std::min(\n      rate,\n      10)'],
    comment: ['Nobody may ask more often.', 'Who asks more often has to wait.'],
    body: ['rate, 10', 'rate, 100'],
    signature: ['int seconds)', 'int seconds, int burst)'],
    rename: ['Gate::limit', 'Gate::throttle'],
  },
};

export const SAMPLES: readonly Sample[] = [PYTHON, TYPESCRIPT, GO, RUST, JAVA, CPP];

/** The file as it is at first. */
export function textOf({ head, other, target, foot }: Sample): string {
  return head + other + target + foot;
}

/** The lines of the function, 1-based and inclusive: those between the comments of its region. */
export function linesOf({ head, other, target }: Sample): { start: number; end: number } {
  const before = (head + other).split('\n').length;
  const lines = target.split('\n');
  const end = lines.findIndex((line) => line.includes('warrant:end'));
  return { start: before + 1, end: before + end - 1 };
}

/** The text with the first occurrence of something replaced. @throws Error where it does not occur */
export function edited(text: string, [from, to]: Replacement): string {
  if (!text.includes(from)) throw new Error(`no ${from} in the sample`);
  return text.replace(from, () => to);
}
