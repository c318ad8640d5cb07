interface Session {
  readonly token: string;
}

/** Logs in on first use; who refreshes asks for a new session. */
export class Login {
  private session: Session | undefined;

  async current(): Promise<Session> {
    if (!this.session) {
      // What the helper returns is what it has just kept: nobody else's session is written back.
      this.session = await this.refresh(); // expect: unsafe-lazy-init note
    }
    return this.session;
  }

  private async refresh(): Promise<Session> {
    const response = await fetch('https://login.example.com/sessions', { method: 'POST' });
    this.session = (await response.json()) as Session; // safe: found at the store of the caller
    return this.session;
  }
}
