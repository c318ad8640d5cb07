interface Call {
  readonly headers: Record<string, string>;
}

export function rememberHost(call: Call): void {
  if (!process.env.PUBLIC_HOST) {
    process.env.PUBLIC_HOST = call.headers['x-forwarded-host']; // expect: process-global-mutation error
  }
}

export const linkTo = (path: string): string => `https://${process.env.PUBLIC_HOST}${path}`;
export const linkOn = (host: string, path: string): string => `https://${host}${path}`;
