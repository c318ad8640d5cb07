export interface Visit {
  readonly event: { readonly user: string; readonly url: string };
  readonly state: Map<string, unknown>;
  body?: unknown;
}

type Step = (visit: Visit, next: () => Promise<void>) => Promise<void>;

const steps: Step[] = [];

export const use = (...added: readonly Step[]): void => {
  steps.push(...added); // safe: while modules are loaded
};

export async function run(event: Visit['event']): Promise<unknown> {
  const visit: Visit = { event, state: new Map() };
  const go = async (index: number): Promise<void> => {
    await steps[index]?.(visit, () => go(index + 1));
  };
  await go(0);
  return visit.body;
}
