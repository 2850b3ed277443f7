/** What came of the tests so far; each suite adds to it. */
export class Tally {
  passed = 0;
  failed = 0;
  skipped = 0;
  /** @type {string[]} */
  notes = [];

  /** @param {string} what @param {{ passed?: number, failed?: number, skipped?: number }} counts */
  add(what, { passed = 0, failed = 0, skipped = 0 }) {
    this.passed += passed;
    this.failed += failed;
    this.skipped += skipped;
    this.notes.push(`${what}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  }

  /** A suite that cannot run on this machine counts as one skipped test. @param {string} what @param {string} why */
  skip(what, why) {
    this.skipped += 1;
    this.notes.push(`${what}: skipped, ${why}`);
  }

  /** The closing lines; the last one is read by CI. */
  print() {
    console.log(`\n${this.notes.join('\n')}\n`);
    console.log(`${this.passed} passed, ${this.failed} failed, ${this.skipped} skipped`);
  }
}
