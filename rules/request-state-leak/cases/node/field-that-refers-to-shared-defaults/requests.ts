interface Options {
  headers: Record<string, string>;
}

const defaults: Options = { headers: { accept: 'application/json' } };
const others: Options = { headers: { accept: 'text/html' } };

async function sent(url: string, options: Options): Promise<number> {
  await fetch('https://status.example.com');
  return (await fetch(url, options)).status;
}

/** Each request is an object of its own, and all of them have the same options. */
export class SharedRequest {
  private readonly options = defaults;

  authorize(token: string): this {
    this.options.headers.authorization = token; // expect: request-state-leak error
    return this;
  }

  send(url: string): Promise<number> {
    return sent(url, this.options);
  }
}

/** The copy is new, the headers in it are not. */
export class HalfCopiedRequest {
  private readonly options = { ...others };

  authorize(token: string): this {
    this.options.headers.authorization = token; // expect: request-state-leak error
    return this;
  }

  send(url: string): Promise<number> {
    return sent(url, this.options);
  }
}

export class OwnRequest {
  private readonly options = { ...defaults, headers: { ...defaults.headers } };

  authorize(token: string): this {
    this.options.headers.authorization = token; // fixed: copied down to what is changed
    return this;
  }

  send(url: string): Promise<number> {
    return sent(url, this.options);
  }
}
