export function read(event?: { a?: any; list?: string[] }, key = 'k') {
  const deep = event?.a?.[key].b?.(key, event?.list?.[0])?.c;
  const method = event!.a.run?.();
  delete event?.a.b;
  const env = process?.env?.STAGE;
  return (event?.a).c ?? deep ?? (method || env);
}
