/** Names of fields that hold evidence: `Formal evidence`, `Negative tests`, `CI gate`, `Verified by`. */
export const EVIDENCE_FIELD = new RegExp(
  `^(?:${[
    String.raw`(?:[\p{L}-]+\s+){0,2}evidences?`,
    '(?:(?:unit|integration|system|end-to-end|e2e|negative|positive|regression|acceptance|security|conformance|fuzz|property(?:-based)?|adversarial|penetration) )?(?:tests?|testing|test coverage|test suites?)',
    'ci(?: |/cd )?(?:gates?|checks?|jobs?|workflows?)|(?:quality |release )?gates?',
    '(?:independent |formal |static |dynamic )?(?:verification|analysis)|(?:verified|proven|checked|tested|validated|enforced) (?:by|in|via)',
    '(?:formal )?proofs?|benchmarks?|fuzz(?:ing)?(?: targets?)?|reproducibility(?: (?:kit|package))?|audits?|attestations?',
  ].join('|')}):?$`,
  'iu',
);
