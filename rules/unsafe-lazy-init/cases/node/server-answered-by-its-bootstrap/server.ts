interface Server {
  readonly isListening: boolean;
}

let cachedServer: Server | undefined;

async function bootstrap(): Promise<Server> {
  if (!cachedServer) {
    await fetch('https://settings.example.com');
    cachedServer = { isListening: true }; // expect: unsafe-lazy-init note
  }
  return Promise.resolve(cachedServer);
}

export async function server(): Promise<Server> {
  cachedServer = await bootstrap(); // safe: what the place holds, stored there once more
  return cachedServer;
}
