import { enrich, plain } from './load';

let version = 0;
let build = 0;
let cursor = 0;

// entry: publish
export const publish = async (event: { id: string }): Promise<unknown> => {
  const current = version;
  const document = await enrich(event.id);
  version = current + 1; // expect: lost-update error
  return { document, current };
};

// entry: prepare
export const prepare = async (event: { id: string }): Promise<unknown> => {
  const current = build;
  const document = plain(event.id);
  build = current + 1; // safe: nothing suspends in between
  return { document, current };
};

// entry: skip
export const skip = async (event: { id: string; isKnown: boolean }): Promise<number> => {
  const at = cursor;
  if (event.isKnown) {
    await enrich(event.id);
    return at;
  }
  cursor = at + 1; // safe: the branch that waits has returned
  return at;
};
