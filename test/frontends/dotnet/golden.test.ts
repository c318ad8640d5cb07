/** Golden IR of C#: see test/frontends/golden-cases.ts. */
import { createDotnetFrontend } from '../../../src/frontends/dotnet/frontend.js';
import { testGoldenCases } from '../golden-cases.js';

testGoldenCases(import.meta.url, createDotnetFrontend());
