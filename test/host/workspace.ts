import { makeRepository } from '../support/git-repository.ts';
import type { TestRepository } from '../support/git-repository.ts';

/** A native case with one link of each kind that the suite looks at. */
export const CASE = 'transit.case.yaml';

/** The file with the two functions that the case names. */
export const EVIDENCE = 'server/transport.py';

const CASE_TEXT = `case: Confidentiality of data in transit
claims:
  C1:
    text: Data in transit stays confidential.
    claims:
      C2:
        text: Transport security is enforced.
        evidence:
          - E1: server/transport.py#require_tls
          - E2: server/transport.py#reject_old_versions
          - E3: server/certificates.py
`;

const TRANSPORT = `def require_tls(connection):
    return connection.is_encrypted


def reject_old_versions(connection):
    return connection.version >= (1, 2)
`;

/** A small repository with a history: `require_tls` changed after the claim about it was written, and one file of evidence is not there. */
export function makeWorkspace(): TestRepository {
  const repository = makeRepository();
  // Whoever runs the tests need not have said who they are.
  repository.git('config', 'user.name', 'Rea Reviewer');
  repository.git('config', 'user.email', 'rea@example.org');
  repository.commitFiles(
    { [CASE]: CASE_TEXT, [EVIDENCE]: TRANSPORT, 'README.md': '# A server\n' },
    { message: 'Add the transport and the case for it' },
  );
  repository.commitFiles(
    { [EVIDENCE]: TRANSPORT.replace('is_encrypted', 'is_encrypted or connection.is_local') },
    { author: 'Lin Developer', email: 'lin@example.org', message: 'Let local connections through' },
  );
  return repository;
}
