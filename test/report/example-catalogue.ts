/** A small catalogue for the tests of reports; the real one is read from rules/. */
import type { RuleMeta } from '../../src/findings/finding.js';

const ALL = ['node', 'python', 'java', 'dotnet'];

export const exampleCatalogue: readonly RuleMeta[] = [
  {
    id: 'request-state-leak', family: 'request-state-leak', severity: 'error', confidence: 'likely', languages: ALL, cwe: [488, 362], securitySeverity: '7.5',
    summary: 'Data of one request is kept where another request sees or overwrites it',
    description: 'Request data is stored in memory that overlapping invocations share. One invocation can then answer with the data of another.',
  },
  {
    id: 'lost-update', family: 'shared-state-race', severity: 'error', confidence: 'likely', languages: ALL, cwe: [362, 567],
    summary: 'A read and the write that depends on it can be separated',
    description: 'A value is read, changed and written back in more than one step. An overlapping invocation can write in between, and one of the two changes is lost.',
  },
  {
    id: 'shared-temp-path', family: 'tmp-path-collision', severity: 'error', confidence: 'likely', languages: ALL, cwe: [362, 377],
    summary: 'Overlapping invocations write the same file',
    description: 'All invocations of an environment share /tmp. A path that does not differ between them is written by several at once.',
  },
  {
    id: 'shared-cache', family: 'mutable-cache', severity: 'error', confidence: 'likely', languages: ALL, cwe: [362, 401],
    summary: 'A cache in shared memory is unsafe, unbounded or keyed without the requester',
    description: 'Invocations fill a cache that lives as long as the environment. It may be corrupted, grow without bound, or answer one requester with the value of another.',
  },
  {
    id: 'init-side-effect', family: 'configuration', severity: 'note', confidence: 'certain', languages: ['node', 'python'], cwe: [],
    summary: 'Initialisation runs once per worker or process',
    description: 'What a module does when it is loaded happens once per worker or process of each environment, at the same time.',
  },
];
