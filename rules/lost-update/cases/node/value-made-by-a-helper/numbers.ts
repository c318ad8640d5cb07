class Store {
  private count = 0;
  private label = 'x';

  snapshot(): { readonly count: number; readonly label: string } {
    return { count: this.count, label: this.label };
  }

  put(count: number): void {
    this.count = count; // expect: lost-update error
  }
}

export const store = new Store();
export const next = (value: number): number => value + 1;
