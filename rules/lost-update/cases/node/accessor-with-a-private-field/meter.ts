export class Meter {
  #reading = 0;
  #calls = 0;

  get reading(): number {
    return this.#reading;
  }

  set reading(value: number) {
    this.#reading = value; // expect: lost-update error
  }

  get calls(): number {
    return this.#calls;
  }

  set calls(value: number) {
    this.#calls = value; // safe: nothing suspends between the accessors
  }
}
