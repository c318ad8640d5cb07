export interface RequestState {
  user?: string;
}

const state: RequestState = {};

export const withState = <Event extends { user: string }>(next: (event: Event, state: RequestState) => Promise<string>) => async (event: Event) => {
  state.user = event.user; // expect: request-state-leak error
  return next(event, state);
};

export const withOwnState = <Event extends { user: string }>(next: (event: Event, state: RequestState) => Promise<string>) => async (event: Event) => {
  const own: RequestState = {};
  own.user = event.user; // safe: the object belongs to the invocation
  return next(event, own);
};
