/** Below such headings, letters and numbers are those of the standard. */
const STANDARD = /\b(?:OWASP|CWE|CAPEC|MITRE|NIST|ISO|IEC|PCI|CIS|SOC ?2|ASVS|HIPAA|GDPR|FIPS|SLSA)\b/;

/** Whether a heading names a published standard. */
export function namesStandard(heading: string): boolean {
  return STANDARD.test(heading);
}
