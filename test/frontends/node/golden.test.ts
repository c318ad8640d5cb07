import { createNodeFrontend } from '../../../src/frontends/node/index.js';
import { testGoldenCases } from '../golden-cases.js';

testGoldenCases(import.meta.url, createNodeFrontend());
