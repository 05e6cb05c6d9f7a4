// Mocha's spec reporter, closed by the one line that scripts read: "N passed, N failed". The seconds that each file
// took, hooks included, go to the file that TEST_DURATIONS names.
const { writeFileSync } = require('node:fs');
const { relative } = require('node:path');
const { Spec } = require('mocha').reporters;

module.exports = class extends Spec {
  constructor(runner, options) {
    super(runner, options);
    this.seconds = new Map();
    let started = 0;
    const isFile = (suite) => suite.parent?.root;
    runner.on('suite', (suite) => {
      if (isFile(suite)) started = performance.now();
    });
    runner.on('suite end', (suite) => {
      if (!isFile(suite)) return;
      const file = relative(process.cwd(), suite.file).replaceAll('\\', '/');
      this.seconds.set(file, (this.seconds.get(file) ?? 0) + (performance.now() - started) / 1000);
    });
  }

  done(failures, finish) {
    const { passes = 0, failures: failed = 0 } = this.stats;
    if (process.env.TEST_DURATIONS) {
      const rounded = [...this.seconds].map(([file, seconds]) => [file, Math.max(0.1, Math.round(seconds * 10) / 10)]);
      writeFileSync(process.env.TEST_DURATIONS, JSON.stringify(Object.fromEntries(rounded)));
    }
    process.stdout.write(`\n${passes} passed, ${failed} failed\n`, () => finish(failures));
  }
};
