/** What `reentrant --help` prints, in 80 columns. */
export const HELP = `Usage: reentrant [audit] [PATH...]  audit what is there (default: this folder)
       reentrant explain RULE       what a rule means, how to fix what it finds
       reentrant rules              list the rules
       reentrant cost               what a month costs, here and there

Audits AWS Lambda functions for what breaks when two invocations overlap, and
says whether they are ready for Lambda Managed Instances. PATH is a folder, a
template or a source file. Nothing of the audited code is executed.

What to audit (repeatable; FILE is relative to PATH):
  --entry FILE[#SYMBOL]   only this entry point; SYMBOL as in the language:
                          handler, Class.method, Class::method; a class: its
                          methods overlap on one object; *: all in the file
  --template FILE         only what this template declares
  --function NAME         only this function, by its name or its id
  --include-package NAME  an installed package that is part of the code

What to report:
  --format FORMAT[=FILE]  terminal (default), json or sarif; repeatable, at most
                          one without FILE; the advised settings to paste: sam,
                          cloudformation, cdk, terraform, serverless
  --stats                 add figures about what was read and resolved
  --quiet                 findings and a short summary only
  --no-color              no colours; NO_COLOR says the same
  --no-progress           no line that says what is being done

When to fail:
  --fail-on SEVERITY      exit 1 when a finding is left that is an error
                          (default), a warning or a note; or never
  --min-score N           exit 1 when the score of the worst function is below
                          N (0 to 100); one that could not be analysed has 0
  --baseline FILE         report only findings that FILE does not know; scores
                          still count all
  --update-baseline       write all findings into that FILE

What a month costs (reentrant cost):
  --requests N            requests a month: 500000, 100M, 2B
  --duration TIME         of one request: 200ms, 1.5s
  --memory MB             of the function in standard Lambda; or
  --template FILE         the template that says it, with --function NAME; its
                          code is audited for the settings that it would need
  --architecture NAME     x86_64 (default) or arm64
  --workload KIND         io-bound, mixed or cpu-bound (what the code says,
                          else mixed)
  --peak FACTOR           load of the busiest hour against the mean (1)
  --instance TYPE         only this type of machine, or m7g.*; repeatable
  --instance-hours N      hours of machines that were measured
  --discount-1y P, --discount-3y P
                          what Savings Plans take off, in percent (32, 65)
  --free-tier             take the free tier off standard Lambda
  --format FORMAT         terminal (default) or json

  -V, --version           print the version
  -h, --help              print this text

A comment \`reentrant: ignore[rule-id] reason\` at the end of a line or above it
accepts what is found there.

Exit codes:
  0  passed
  1  a finding or a score over the limit
  2  what was asked could not be done: a mistake in the arguments, no function
     found, or none that could be analysed

Examples:
  reentrant
  reentrant services/orders --format terminal --format sarif=reentrant.sarif
  reentrant --entry 'src/orders.ts#handler'
  reentrant explain shared-temp-path
  reentrant cost --requests 100M --duration 200ms --memory 2048
`;
