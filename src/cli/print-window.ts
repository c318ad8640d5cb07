/** `--print`: windows into the machine, for people who work on it. */
import { analyze } from '../analysis/analyze.js';
import { printInvocation, printSummaries } from '../analysis/print-summary.js';
import { entryPointsOf, knowledgeFor } from '../audit/audit.js';
import type { SourceProject } from '../frontends/frontend.js';
import type { Inventory } from '../inventory/lambda-function.js';
import { printModule } from '../ir/printer.js';
import { chooseModel } from '../runtimes/choose-model.js';
import { locationOf } from '../analysis/conflicts/points.js';
import type { Io } from './io.js';
import type { Programs } from './programs.js';

export function printWindow(what: 'ir' | 'calls' | 'summaries', project: SourceProject, programs: Programs, inventory: Inventory, io: Io): void {
  for (const fn of inventory.functions) {
    const program = fn.language && programs.opened.get(fn.language);
    if (!fn.language || !program) continue;
    const entries = entryPointsOf(project, program, fn.language, fn);
    const analysis = analyze({ program, knowledge: knowledgeFor(project, fn.language, fn), model: chooseModel(fn.language, fn), entries, source: () => undefined });
    io.stdout.write(`== ${fn.id}\n`);
    switch (what) {
      case 'ir':
        for (const file of program.loweredFiles()) {
          const module = program.module(file);
          if (module) io.stdout.write(`${printModule(module)}\n`);
        }
        break;
      case 'calls':
        for (const call of analysis.engine.calls.values()) {
          const at = locationOf(program, call.site);
          io.stdout.write(`${at.file}:${at.line}:${at.column} ${call.resolved ? 'resolved' : 'UNRESOLVED'} ${call.name}\n`);
        }
        break;
      case 'summaries':
        io.stdout.write(`${printSummaries(analysis.engine)}\n${printInvocation(analysis.engine, analysis.run.invocation)}\n`);
        break;
    }
  }
}
