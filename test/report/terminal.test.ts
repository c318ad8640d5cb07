import { test } from 'vitest';
import { terminal } from '../../src/report/terminal.js';
import { exampleReport } from './example-report.js';
import { expectGolden } from './golden.js';

test('100 columns', () => expectGolden('example-100.txt', terminal(exampleReport, { width: 100, color: 0 })));
