/* Reports in the shapes in which tools write them. */

/** As Semgrep writes it: the levels stand in the rules, one result is suppressed in the code. */
export const SEMGREP = `{
  "version": "2.1.0",
  "runs": [
    {
      "invocations": [
        {"executionSuccessful": true, "toolExecutionNotifications": []}
      ],
      "results": [
        {
          "fingerprints": {"matchBasedId/v1": "a1"},
          "locations": [{"physicalLocation": {"artifactLocation": {"uri": "app/run.py", "uriBaseId": "%SRCROOT%"}, "region": {"startLine": 31}}}],
          "message": {"text": "Runs code that is no constant."},
          "ruleId": "python.exec-detected"
        },
        {
          "message": {"text": "A secret in the code."},
          "ruleId": "generic.secret"
        },
        {
          "message": {"text": "Another secret."},
          "ruleId": "generic.secret",
          "suppressions": [{"kind": "inSource"}]
        },
        {
          "message": {"text": "A rule of no list."},
          "ruleId": "nobody.lists-this"
        }
      ],
      "tool": {"driver": {"name": "Semgrep OSS", "semanticVersion": "1.90.0", "rules": [
        {"id": "python.exec-detected", "defaultConfiguration": {"level": "note"}},
        {"id": "generic.secret", "defaultConfiguration": {"level": "error"}}
      ]}}
    }
  ],
  "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
}
`;

/** As CodeQL writes it: the rules lie in extensions, and have scores. */
export const CODEQL = JSON.stringify({
  $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
  version: '2.1.0',
  runs: [
    {
      tool: {
        driver: { name: 'CodeQL', rules: [] },
        extensions: [
          { name: 'codeql/other-queries', rules: [{ id: 'other/rule' }] },
          {
            name: 'codeql/javascript-queries',
            rules: [
              {
                id: 'js/sql-injection',
                defaultConfiguration: { enabled: true, level: 'error' },
                properties: { 'security-severity': '8.8' },
              },
              {
                id: 'js/unused',
                defaultConfiguration: { level: 'note' },
                properties: { 'security-severity': '9.3' },
              },
            ],
          },
        ],
      },
      invocations: [{ executionSuccessful: true, endTimeUtc: '2026-05-12T10:00:00.000Z' }],
      results: [
        {
          ruleId: 'js/sql-injection',
          rule: { id: 'js/sql-injection', index: 0, toolComponent: { index: 1 } },
          message: { text: 'This query depends on a value of the user.' },
          locations: [
            { physicalLocation: { artifactLocation: { uri: 'src/db.js' }, region: { startLine: 7 } } },
          ],
        },
        {
          rule: { index: 1, toolComponent: { name: 'codeql/javascript-queries' } },
          message: { text: 'Unused.' },
          baselineState: 'unchanged',
        },
        { ruleId: 'js/sql-injection', message: { text: 'Gone.' }, baselineState: 'absent' },
        { ruleId: 'js/sql-injection', kind: 'pass', message: { text: 'Checked.' } },
        { ruleId: 'js/sql-injection', kind: 'notApplicable', message: { text: 'Not here.' } },
        {
          ruleId: 'js/sql-injection/part',
          message: { text: 'Rejected.' },
          suppressions: [{ kind: 'external', status: 'rejected' }],
        },
      ],
    },
  ],
});

/** As pytest writes it. */
export const PYTEST = `<?xml version="1.0" encoding="utf-8"?>
<testsuites name="pytest tests"><testsuite name="pytest" errors="1" failures="1" skipped="1" tests="7" time="0.412" timestamp="2026-05-12T09:02:31.118402+00:00" hostname="ci">
<testcase classname="tests.test_tls" name="test_refuses_old" time="0.001" />
<testcase classname="tests.test_tls.TestCiphers" name="test_strong[aes]" time="0.001" />
<testcase classname="tests.test_tls.TestCiphers" name="test_strong[rc4]" time="0.001"><failure message="AssertionError: assert &#x27;rc4&#x27; &lt; 1&#10;  more">def test_strong():
&gt;   assert x</failure></testcase>
<testcase classname="tests.test_tls" name="test_later" time="0.000"><skipped type="pytest.skip" message="not yet">tests/test_tls.py:9: not yet</skipped></testcase>
<testcase classname="tests.test_db" name="test_query" time="0.000"><error message="failed on setup">fixture</error></testcase>
<testcase classname="tests.test_db" name="test_close" time="0.000"><properties><property name="a" value="b"/></properties><system-out>printed</system-out></testcase>
<testcase classname="tests.test_db" name="test_api[GET /x]" time="0.000" />
</testsuite></testsuites>
`;

/** As jest-junit writes it. */
export const JEST = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="jest tests" tests="2" failures="0" errors="0" time="1.2">
  <testsuite name="login" errors="0" failures="0" skipped="0" timestamp="2026-05-12T10:00:00" time="0.3" tests="2">
    <testcase classname="login refuses strangers" name="login refuses strangers" time="0.002">
    </testcase>
    <testcase classname="login" name="greets friends" time="0.002">
    </testcase>
  </testsuite>
</testsuites>`;

/** As Maven's Surefire writes it: one suite as root, a test with parameters, one that was run again. */
export const SUREFIRE = `<?xml version="1.0" encoding="UTF-8"?>
<testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="3.0" name="org.example.TokenTest" time="0.1" tests="3" errors="0" skipped="0" failures="0">
  <properties><property name="java.version" value="21"/></properties>
  <testcase name="expires(int)[1]" classname="org.example.TokenTest" time="0.01"/>
  <testcase name="expires(int)[2]" classname="org.example.TokenTest" time="0.01"/>
  <testcase name="renews" classname="org.example.TokenTest" time="0.01">
    <flakyFailure message="once" type="java.lang.AssertionError"><stackTrace>at …</stackTrace></flakyFailure>
  </testcase>
</testsuite>`;

/** As go-junit-report writes it, with a sub-test. */
export const GO = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="3" failures="1">
	<testsuite name="example.org/windlass" tests="3" failures="1" errors="0" id="0" time="0.020" timestamp="2026-05-12T12:00:00+02:00">
		<testcase name="TestPlan" classname="example.org/windlass" time="0.000"></testcase>
		<testcase name="TestPlan/empty" classname="example.org/windlass" time="0.000"><failure message="Failed"><![CDATA[    plan_test.go:12: want <nil>]]></failure></testcase>
		<testcase name="TestRun" classname="example.org/windlass" time="0.000"></testcase>
	</testsuite>
</testsuites>`;

/** As coverage.py writes it. */
export const COVERAGE_PY = `<?xml version="1.0" ?>
<coverage version="7.6.1" timestamp="1778580000000" lines-valid="6" lines-covered="4" line-rate="0.6667" branches-covered="1" branches-valid="2" branch-rate="0.5" complexity="0">
	<!-- Generated by coverage.py -->
	<sources>
		<source>/home/runner/work/quill/quill/src</source>
	</sources>
	<packages>
		<package name="." line-rate="0.6667" branch-rate="0.5" complexity="0">
			<classes>
				<class name="auth.py" filename="auth.py" complexity="0" line-rate="0.5" branch-rate="0.5">
					<methods/>
					<lines>
						<line number="1" hits="1"/>
						<line number="2" hits="1" branch="true" condition-coverage="50% (1/2)" missing-branches="4"/>
						<line number="3" hits="0"/>
						<line number="4" hits="0"/>
					</lines>
				</class>
				<class name="app.py" filename="web/app.py" complexity="0" line-rate="1" branch-rate="1">
					<methods/>
					<lines>
						<line number="1" hits="1"/>
						<line number="2" hits="3"/>
					</lines>
				</class>
			</classes>
		</package>
	</packages>
</coverage>
`;

/** As Cobertura itself writes it: methods repeat the lines of their class, and the time is in seconds. */
export const COBERTURA_JAVA = `<?xml version="1.0"?>
<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">
<coverage line-rate="0.5" branch-rate="0" version="1.9" timestamp="1778580000">
 <sources><source>--source</source></sources>
 <packages><package name="org.example"><classes>
  <class name="org.example.Token" filename="org/example/Token.java" line-rate="0.5" branch-rate="0">
   <methods>
    <method name="check" signature="()V" line-rate="1.0"><lines><line number="5" hits="2"/></lines></method>
    <method name="renew" signature="()V" line-rate="0.0"><lines><line number="9" hits="0"/></lines></method>
   </methods>
   <lines><line number="5" hits="2" branch="false"/><line number="9" hits="0" branch="false"/></lines>
  </class>
 </classes></package></packages>
</coverage>`;

/** As geninfo and Istanbul write it; the second record is of another test of the first file. */
export const LCOV = `TN:unit
SF:src/auth.ts
FN:1,login
FN:9,12,logout
FNF:2
FNH:1
FNDA:4,login
FNDA:0,logout
DA:1,4
DA:2,4
DA:9,0
LF:3
LH:2
BRDA:2,0,0,4
BRDA:2,0,1,-
BRF:2
BRH:1
end_of_record
TN:again
SF:./src/auth.ts
DA:9,1
end_of_record
SF:src/web/app.ts
DA:1,0
LF:1
LH:0
end_of_record
`;

/** SLSA provenance as GitHub's builders make it. */
export const PROVENANCE_1 = {
  _type: 'https://in-toto.io/Statement/v1',
  subject: [{ name: 'quill.tar.gz', digest: { sha256: 'AB'.repeat(32) } }],
  predicateType: 'https://slsa.dev/provenance/v1',
  predicate: {
    buildDefinition: {
      buildType: 'https://actions.github.io/buildtypes/workflow/v1',
      externalParameters: { workflow: { ref: 'refs/heads/main', path: '.github/workflows/release.yml' } },
      resolvedDependencies: [
        {
          uri: 'git+https://github.com/example/quill@refs/heads/main',
          digest: { gitCommit: '1'.repeat(40) },
        },
      ],
    },
    runDetails: {
      builder: { id: 'https://github.com/actions/runner' },
      metadata: { invocationId: 'x', startedOn: '2026-05-12T09:00:00Z', finishedOn: '2026-05-12T09:05:00Z' },
    },
  },
};

/** SLSA provenance of version 0.2. */
export const PROVENANCE_02 = {
  _type: 'https://in-toto.io/Statement/v0.1',
  predicateType: 'https://slsa.dev/provenance/v0.2',
  subject: [{ name: 'quill', digest: { sha256: 'cd'.repeat(32) } }],
  predicate: {
    builder: { id: 'https://example.org/builder' },
    buildType: 'https://example.org/build',
    invocation: { configSource: { uri: 'git+https://example.org/quill', digest: { sha1: '2'.repeat(40) } } },
    metadata: { buildStartedOn: '2026-04-01T00:00:00Z', buildFinishedOn: '2026-04-01T00:10:00Z' },
    materials: [{ uri: 'git+https://example.org/quill', digest: { sha1: '3'.repeat(40) } }],
  },
};

/** A statement in an envelope of DSSE. */
export function inEnvelope(statement: object, payloadType = 'application/vnd.in-toto+json'): object {
  const payload = Buffer.from(JSON.stringify(statement)).toString('base64');
  return { payloadType, payload, signatures: [{ keyid: '', sig: 'bm9uZQ==' }] };
}

/** As sigstore bundles an envelope. */
export function inBundle(statement: object): object {
  return {
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: { tlogEntries: [] },
    dsseEnvelope: inEnvelope(statement),
  };
}
