/** What `reentrant --help` prints. */
export const HELP = `Usage: reentrant [audit] [PATH...]     audit what is found there (default: the current folder)
       reentrant explain RULE         what a rule means, and how to fix what it finds
       reentrant rules                list the rules

Audits AWS Lambda functions for what breaks when two invocations overlap, and says whether they are ready for Lambda
Managed Instances. PATH is a folder, a template or a source file. Nothing of the audited code is executed.

What to audit:
  --entry FILE[#SYMBOL]     audit this entry point (repeatable); FILE is relative to PATH, SYMBOL as in the language:
                            handler, Class.method, Class::method, a class for its public methods, * for all of the file
  --template FILE           read only this template (repeatable); FILE is relative to PATH
  --function NAME           audit only this function (repeatable)

What to report:
  --format FORMAT[=FILE]    terminal (default), json or sarif; repeatable, at most one without FILE
  --stats                   add figures about what was read and resolved
  --quiet                   findings and a short summary only
  --no-color, --no-progress

When to fail:
  --fail-on SEVERITY        exit 1 when a finding is left that is an error (default), a warning or a note; or never
  --min-score N             exit 1 when the score of the worst function is below N (0 to 100)
  --baseline FILE           report only findings that FILE does not know; scores still count all
  --update-baseline         write all findings into that FILE

  -V, --version             print the version
  -h, --help                print this text

A comment \`reentrant: ignore[rule-id] reason\` at a line or above it accepts what is found there.

Exit codes: 0 passed, 1 findings or a score over the limit, 2 what was asked could not be done.

Examples:
  reentrant                                        audit the current folder
  reentrant services/orders --format sarif=reentrant.sarif
  reentrant --entry src/orders.ts#handler
  reentrant explain shared-temp-path
`;
