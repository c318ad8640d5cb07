/** What project files say about the sources around them: which belong together, and what is in view everywhere in them. */
import type { SourceProject } from '../frontend.js';
import { IMPLICIT_USINGS, WEB_USINGS } from './library-names.js';
import type { Outline, UsingDirective } from './outline.js';
import { folderOf } from './type-ids.js';

export class BuildFiles {
  private readonly projects = new Map<string, string>();
  private readonly shared = new Map<string, string>();
  private readonly usings = new Map<string, readonly UsingDirective[]>();
  private readonly roots = new Map<string, string>();

  constructor(private readonly source: SourceProject) {
    for (const file of source.files) {
      if (file.endsWith('.csproj') && !this.projects.has(folderOf(file))) this.projects.set(folderOf(file), file);
      if (/(?:^|\/)Directory\.Build\.props$/u.test(file)) this.shared.set(folderOf(file), file);
    }
  }

  /** The folder of the project that `file` belongs to; `.` without one. */
  rootOf(file: string): string {
    const folder = folderOf(file);
    let root = this.roots.get(folder);
    if (root === undefined) this.roots.set(folder, (root = foldersAround(folder).find((f) => this.projects.has(f)) ?? '.'));
    return root;
  }

  /** Directives that hold in every file of the project in `root`. */
  globalUsings(root: string, outlines: readonly Outline[]): readonly UsingDirective[] {
    let found = this.usings.get(root);
    if (found === undefined) {
      const written = outlines.filter((outline) => this.rootOf(outline.file) === root).flatMap((outline) => outline.usings.filter((u) => u.isGlobal));
      this.usings.set(root, (found = [...written, ...this.fromProject(root)]));
    }
    return found;
  }

  private fromProject(root: string): readonly UsingDirective[] {
    const file = this.projects.get(root);
    const project = file === undefined ? '' : (this.source.read(file) ?? '');
    const around = foldersAround(root).flatMap((folder) => this.shared.get(folder) ?? []).map((props) => this.source.read(props) ?? '');
    const texts = [project, ...around];
    const isImplicit = file === undefined || texts.some((text) => /<ImplicitUsings>\s*(?:enable|true)\s*</iu.test(text));
    const implicit = !isImplicit ? [] : /Microsoft\.NET\.Sdk\.(?:Web|Worker)"/u.test(project) ? [...IMPLICIT_USINGS, ...WEB_USINGS] : IMPLICIT_USINGS;
    return [...texts.flatMap(declaredUsings), ...implicit.map((name) => ({ name, isStatic: false, isGlobal: true }))];
  }
}

function foldersAround(folder: string): readonly string[] {
  const folders = [folder];
  for (let around = folder; around !== '.'; ) folders.push((around = folderOf(around)));
  return folders;
}

/** `<Using Include="…" Static="true" Alias="…"/>` */
function declaredUsings(text: string): readonly UsingDirective[] {
  return [...text.matchAll(/<Using\s+([^<>]*?)\/?>/gu)].flatMap((match) => {
    const attribute = (name: string): string | undefined => new RegExp(`\\b${name}\\s*=\\s*"([^"]*)"`, 'u').exec(match[1]!)?.[1];
    const name = attribute('Include');
    const alias = attribute('Alias');
    if (name === undefined) return [];
    return [{ name, isStatic: attribute('Static')?.toLowerCase() === 'true', isGlobal: true, ...(alias === undefined ? {} : { alias }) }];
  });
}
