/** Where CDK applications begin: in the folder of a `cdk.json`, or in a program that makes an application where there is none. */
import type { SourceProject } from '../../frontends/frontend.js';
import { folderOf, isBelow, packageFolderOf } from '../files/files-below.js';

export interface Application {
  /** The `cdk.json`, or the first program without one. */
  readonly file: string;
  /** The folder in which it is started: relative paths begin there. */
  readonly folder: string;
  /** Programs that make an application without a `cdk.json`: only what they lead to is declared. */
  readonly programs?: readonly string[];
}

const CONFIGURATION = /(?:^|\/)cdk\.json$/;
/** What files are called that make an application; every file of a repository would have to be read otherwise. */
const PROGRAM = /(?:^|\/)(?:(?:app|main|index|cdk|deploy|infra(?:structure)?|[\w-]*[-_]?(?:app|stack)|bin\/[\w.-]+)\.(?:[cm]?[jt]s|py)|\w*App\.java)$/i;
/** `new cdk.App()`, Python's `cdk.App()`. */
const STARTS = /\bnew\s+(?:\w+\.)?App\s*\(|=\s*(?:\w+\.)?App\(/;
/** What a file with constructs imports. */
const CDK = /(?:['"](?:aws-cdk-lib|@aws-cdk\/|monocdk)|\baws_cdk\b|\bsoftware\.amazon\.awscdk\b)/;
/** Manifests beside which programs are started. */
const MANIFEST = /^(?:package\.json|requirements\.txt|pyproject\.toml|pom\.xml|build\.gradle(?:\.kts)?)$/;

/** Whether a file, by its name, may be where an application begins. */
export function mayBeApplication(file: string): boolean {
  return CONFIGURATION.test(file) || PROGRAM.test(file);
}

/** Whether a text imports constructs. */
export function namesConstructs(text: string): boolean {
  return CDK.test(text);
}

/** The applications that begin in `files`. */
export function applicationsAmong(files: readonly string[], project: SourceProject): readonly Application[] {
  const configured = project.files.filter((file) => CONFIGURATION.test(file)).map(folderOf);
  const programs = new Map<string, string[]>();
  for (const file of files) {
    if (!isProgramAlone(file, configured, project)) continue;
    const folder = packageFolderOf(file, project.files, MANIFEST);
    programs.set(folder, [...programs.get(folder) ?? [], file]);
  }
  return [
    ...files.filter((file) => CONFIGURATION.test(file)).map((file) => ({ file, folder: folderOf(file) })),
    ...[...programs].map(([folder, started]) => ({ file: started[0] ?? folder, folder, programs: started })),
  ];
}

/** Whether a program makes an application, and no `cdk.json` above or beside it leads there. */
function isProgramAlone(file: string, configured: readonly string[], project: SourceProject): boolean {
  if (!PROGRAM.test(file) || configured.some((folder) => isBelow(file, folder))) return false;
  const text = project.read(file) ?? '';
  return CDK.test(text) && STARTS.test(text);
}
