exports.jobs = { nightly: 1 };
