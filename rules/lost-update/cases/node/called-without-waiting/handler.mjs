import { Job, refresh } from './jobs.mjs';

const job = new Job();

export const handler = async (event) => {
  const refreshed = refresh(event.id);
  await job.run();
  await refreshed;
};
