import { createPythonFrontend } from '../../../src/frontends/python/frontend.js';
import { testGoldenCases } from '../golden-cases.js';

testGoldenCases(import.meta.url, createPythonFrontend());
