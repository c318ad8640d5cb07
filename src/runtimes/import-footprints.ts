/**
 * What imports of well-known libraries take of the memory of each process or worker that loads them: the table behind `memory-multiplication` and
 * the advice. `src/platform/footprint.ts` answers questions with it. Libraries that add little are left out.
 */
import type { Language } from '../frontends/frontend.js';

export interface ImportFootprint {
  /** For people: `pandas`. */
  readonly library: string;
  /** Names by which code imports it, modules below them included. */
  readonly imports: readonly string[];
  /** MB of private memory that the import adds, with a first client where the library is made of clients. */
  readonly megabytes: number;
  /** Other libraries of the table that it loads by itself; what they add is not in `megabytes`. */
  readonly loads?: readonly string[];
  /** MB that one piece of its usual work takes on top, and what that is. */
  readonly work?: { readonly megabytes: number; readonly of: string; readonly source: string };
}

/**
 * The figures are measurements of 2026-11-22 on Linux, private memory before and after the import: in a fresh process of CPython 3.11, with
 * boto3 1.44, pandas 3.1, NumPy 2.4, SciPy 1.17, scikit-learn's release of that day, Matplotlib 3.11, PyArrow 26, Pillow 13, SQLAlchemy 2.1; and in worker threads of
 * Node.js 20 with the newest releases.
 */
export const MEASURED = 'measured on 2026-11-22';

const BROWSER = { megabytes: 512, of: 'a browser', source: 'https://github.com/Sparticuz/chromium' } as const;

/** MB of private memory of a process or worker before any import: interpreter and runtime client. */
export const RUNTIME_FOOTPRINT: Readonly<Record<Language, number>> = { node: 10, python: 20, java: 0, dotnet: 0 };

export const IMPORT_FOOTPRINTS: Readonly<Record<Language, readonly ImportFootprint[]>> = {
  node: [
    { library: 'AWS SDK v2', imports: ['aws-sdk'], megabytes: 13 },
    { library: 'AWS SDK v3', imports: ['@aws-sdk'], megabytes: 11 },
    { library: 'ExcelJS', imports: ['exceljs'], megabytes: 17 },
    { library: 'Google APIs', imports: ['googleapis'], megabytes: 93 },
    { library: 'Jimp', imports: ['jimp'], megabytes: 8, work: { megabytes: 96, of: 'a photo of 12 megapixels, and a copy of it', source: 'four bytes per pixel' } },
    { library: 'Mongoose', imports: ['mongoose'], megabytes: 19 },
    { library: 'NestJS', imports: ['@nestjs/core'], megabytes: 18 },
    { library: 'Playwright', imports: ['playwright', 'playwright-core', 'playwright-aws-lambda'], megabytes: 11, work: BROWSER },
    { library: 'Puppeteer', imports: ['puppeteer', 'puppeteer-core', 'chrome-aws-lambda', '@sparticuz/chromium'], megabytes: 11, work: BROWSER },
    { library: 'Sequelize', imports: ['sequelize'], megabytes: 18 },
    { library: 'SheetJS', imports: ['xlsx'], megabytes: 18 },
    { library: 'TypeORM', imports: ['typeorm'], megabytes: 13 },
  ],
  python: [
    { library: 'aws-xray-sdk', imports: ['aws_xray_sdk'], megabytes: 4, loads: ['boto3'] },
    { library: 'boto3', imports: ['boto3', 'botocore', 'aioboto3', 'aiobotocore'], megabytes: 35 },
    { library: 'FastAPI', imports: ['fastapi'], megabytes: 10, loads: ['Pydantic'] },
    { library: 'Matplotlib', imports: ['matplotlib'], megabytes: 31, loads: ['NumPy'] },
    { library: 'NumPy', imports: ['numpy'], megabytes: 9 },
    { library: 'OpenCV', imports: ['cv2'], megabytes: 5, loads: ['NumPy'], work: { megabytes: 72, of: 'a photo of 12 megapixels, and a copy of it', source: 'three bytes per pixel' } },
    { library: 'openpyxl', imports: ['openpyxl'], megabytes: 19, work: { megabytes: 50, of: 'a workbook of 700 kB', source: MEASURED } },
    { library: 'pandas', imports: ['pandas'], megabytes: 38, loads: ['NumPy'], work: { megabytes: 46, of: 'a table of 250,000 rows', source: MEASURED } },
    { library: 'Pillow', imports: ['PIL'], megabytes: 7, work: { megabytes: 58, of: 'a photo of 12 megapixels', source: MEASURED } },
    { library: 'Playwright', imports: ['playwright'], megabytes: 20, work: BROWSER },
    { library: 'PyArrow', imports: ['pyarrow'], megabytes: 19 },
    { library: 'Pydantic', imports: ['pydantic'], megabytes: 13 },
    { library: 'ReportLab', imports: ['reportlab'], megabytes: 11 },
    { library: 'Requests', imports: ['requests'], megabytes: 12 },
    { library: 'scikit-learn', imports: ['sklearn'], megabytes: 53, loads: ['SciPy', 'NumPy'] },
    { library: 'SciPy', imports: ['scipy'], megabytes: 47, loads: ['NumPy'] },
    { library: 'Selenium', imports: ['selenium'], megabytes: 20, work: BROWSER },
    { library: 'SQLAlchemy', imports: ['sqlalchemy'], megabytes: 28 },
  ],
  java: [],
  dotnet: [],
};
