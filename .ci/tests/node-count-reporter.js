/** A reporter for node:test that prints only the number of passed and failed tests. */
export default async function* countReporter(events) {
  const count = {passed: 0, failed: 0};
  for await (const {type, data} of events) {
    // A failed suite contains a failed test, which is counted.
    if (data?.details?.type === 'suite' || data?.skip !== undefined || data?.todo !== undefined) continue;
    if (type === 'test:pass') count.passed += 1;
    if (type === 'test:fail') count.failed += 1;
  }
  yield JSON.stringify(count);
}
