/** What a Dockerfile says about the function in it: base image, command, variables, and a web adapter copied into it. */
import { lineStartsOf, locate, type Location } from '../../ir/index.js';

export interface Dockerfile {
  readonly baseImage?: { readonly name: string; readonly at: Location };
  /** The words of `CMD` after those of `ENTRYPOINT`. */
  readonly command: readonly string[];
  readonly environment: ReadonlyMap<string, { readonly value: string; readonly at: Location }>;
  readonly hasWebAdapter: boolean;
  /** What its command starts several programs with: a process manager such as `supervisord`, or `&` in a line for the shell. */
  readonly startsSeveral?: { readonly name: string; readonly at: Location };
  /** Images that files are copied from: `public.ecr.aws/awsguru/aws-lambda-adapter:0.8.4`. */
  readonly copiedFrom: readonly { readonly name: string; readonly at: Location }[];
}

interface Instruction {
  readonly name: string;
  readonly rest: string;
  readonly at: Location;
}

/** Programs that start and watch others, as they are called on a command line. */
const PROCESS_MANAGERS: ReadonlySet<string> = new Set(['supervisord', 's6-svscan', 'runsvdir', 'circusd', 'honcho', 'foreman', 'overmind', 'hivemind', 'multirun']);

/** Reads the last stage of the Dockerfile, the one that is deployed. */
export function readDockerfile(file: string, text: string): Dockerfile {
  const instructions = instructionsOf(file, text);
  const lastStage = instructions.slice(Math.max(0, instructions.findLastIndex(({ name }) => name === 'FROM')));
  const environment = new Map<string, { value: string; at: Location }>();
  for (const { name, rest, at } of lastStage) if (name === 'ENV') for (const [key, value] of assignments(rest)) environment.set(key, { value, at });
  const words = (name: string): readonly string[] => commandWords(lastStage.findLast((instruction) => instruction.name === name)?.rest ?? '');
  return {
    baseImage: baseImageOf(instructions), environment, startsSeveral: startOfSeveral(lastStage), command: [...words('ENTRYPOINT'), ...words('CMD')],
    hasWebAdapter: lastStage.some(({ name, rest }) => (name === 'COPY' || name === 'ADD') && /aws-lambda-adapter|lambda-adapter/.test(rest)),
    copiedFrom: lastStage.flatMap(({ name, rest, at }) => {
      const image = name === 'COPY' ? /--from=(\S+)/.exec(rest)?.[1] : undefined;
      return image === undefined ? [] : [{ name: image, at }];
    }),
  };
}

function instructionsOf(file: string, text: string): readonly Instruction[] {
  const lineStarts = lineStartsOf(text);
  const pattern = /^[ \t]*(?<name>[A-Za-z]+)[ \t]+(?<rest>(?:[^\\\r\n]|\\(?:\r?\n|.))*)/gm;
  return [...text.matchAll(pattern)].map((match) => ({
    name: (match.groups?.['name'] ?? '').toUpperCase(),
    rest: (match.groups?.['rest'] ?? '').replaceAll(/\\\r?\n/g, ' ').trim(),
    at: locate(file, lineStarts, { start: match.index, end: match.index + match[0].length }),
  }));
}

/** The image of the last stage; a stage that builds on an earlier one has that one's. */
function baseImageOf(instructions: readonly Instruction[]): Dockerfile['baseImage'] {
  const stages = instructions.filter(({ name }) => name === 'FROM').map(({ rest, at }) => {
    const [image = '', , alias] = rest.replace(/^--\S+\s+/, '').split(/\s+/);
    return { image, alias, at };
  });
  let current = stages.at(-1);
  for (let step = 0; step < stages.length; step++) {
    const earlier = stages.find((stage) => stage.alias !== undefined && stage.alias === current?.image);
    if (!earlier || earlier === current) break;
    current = earlier;
  }
  return current && { name: current.image, at: current.at };
}

function startOfSeveral(stage: readonly Instruction[]): Dockerfile['startsSeveral'] {
  for (const { name, rest, at } of stage.filter((one) => one.name === 'ENTRYPOINT' || one.name === 'CMD')) {
    const words = commandWords(rest);
    const manager = words.map((word) => word.slice(word.lastIndexOf('/') + 1)).find((word) => PROCESS_MANAGERS.has(word));
    if (manager !== undefined) return { name: `\`${manager}\` in \`${name}\``, at };
    // `node proxy.js & node server.js`, not `&&` and not `2>&1`.
    if (/[^&>\s]\s*&\s+[^&\s]/.test(words.join(' '))) return { name: `\`&\` in \`${name}\``, at };
  }
  return undefined;
}

function commandWords(rest: string): readonly string[] {
  if (!rest.startsWith('[')) return rest.split(/\s+/).filter((word) => word !== '');
  try {
    const words: unknown = JSON.parse(rest);
    return Array.isArray(words) ? words.filter((word): word is string => typeof word === 'string') : [];
  } catch {
    return [];
  }
}

function assignments(rest: string): readonly (readonly [string, string])[] {
  const pairs = [...rest.matchAll(/(\w+)=(?:"([^"]*)"|'([^']*)'|(\S*))/g)].map((match) => [match[1] ?? '', match[2] ?? match[3] ?? match[4] ?? ''] as const);
  const [name, ...value] = rest.split(/\s+/);
  return pairs.length > 0 || name === undefined || value.length === 0 ? pairs : [[name, value.join(' ')]];
}

/** Lambda's identifier of the runtime in one of its base images. */
export function runtimeOfImage(image: string): string | undefined {
  const match = /lambda\/(?<family>python|nodejs|java|dotnet):(?<version>\d+(?:\.\d+)?)/.exec(image)?.groups;
  if (!match) return undefined;
  const { family = '', version = '' } = match;
  return family === 'nodejs' ? `nodejs${version}.x` : `${family}${version}`;
}
