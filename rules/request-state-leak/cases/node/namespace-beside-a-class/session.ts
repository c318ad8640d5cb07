export class Session {
  constructor(readonly name?: string) {}

  owner(): string {
    return Session.user ?? 'nobody';
  }
}

export namespace Session {
  export let user: string | undefined;
  let begun = 0;
  export enum Kind { Plain }

  export const begin = (name: string): void => {
    begun += 1; // safe: a count in one turn
    user = name; // expect: request-state-leak error
    if (begun > 1_000_000) begun = 0;
  };
}
