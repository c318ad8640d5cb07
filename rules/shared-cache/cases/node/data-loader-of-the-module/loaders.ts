import DataLoader from 'dataloader';

const load = async (ids: readonly string[]): Promise<readonly unknown[]> =>
  Promise.all(ids.map(async (id) => (await fetch(`https://users.example.com/${id}`)).json()));

export const users = new DataLoader(load);

export const makeLoaders = () => ({ users: new DataLoader(load) });
