/** A reporter of node:test that says how many tests passed and failed, and no more. */
export default async function* countReporter(events) {
  const count = {passed: 0, failed: 0};
  for await (const {type, data} of events) {
    // A suite that fails does so because a test in it has.
    if (data?.details?.type === 'suite' || data?.skip !== undefined || data?.todo !== undefined) continue;
    if (type === 'test:pass') count.passed += 1;
    if (type === 'test:fail') count.failed += 1;
  }
  yield JSON.stringify(count);
}
