const state = { started: 0, finished: 0, noted: 0 };

/** Runs up to its first await at once, whether somebody waits for it or not. */
export async function refresh(id) {
  const started = state.started;
  state.started = started + 1; // safe: the first part runs at once
  const finished = state.finished;
  await fetch(`https://example.com/${id}`);
  state.finished = finished + 1; // expect: lost-update error
}

export async function note() {
  state.noted += 1;
}

export class Job {
  tried = 0;
  done = 0;

  async run() {
    const tried = this.tried;
    note();
    this.tried = tried + 1; // safe: nobody waits for a note
    const done = this.done;
    await note();
    this.done = done + 1; // expect: lost-update error
  }
}
