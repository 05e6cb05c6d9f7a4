// Mocha's spec reporter, closed by the one line that scripts read: "N passed, N failed".
const { Spec } = require('mocha').reporters;

module.exports = class extends Spec {
  done(failures, finish) {
    const { passes = 0, failures: failed = 0 } = this.stats;
    process.stdout.write(`\n${passes} passed, ${failed} failed\n`, () => finish(failures));
  }
};
