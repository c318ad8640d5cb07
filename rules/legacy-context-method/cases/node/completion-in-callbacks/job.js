exports.Job = class Job {
  constructor(table) {
    this.rows = [table];
    this.finished = false;
  }

  done() {
    this.finished = true;
  }
};
