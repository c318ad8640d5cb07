const seen: string[] = [];

export const handler = async (event: { messageId: string }) => {
  seen.push(event.messageId); // expect: shared-cache warning
  const latest: string[] = [];
  latest.push(event.messageId); // safe: the array belongs to the invocation
  return { seen: seen.length, latest };
};
