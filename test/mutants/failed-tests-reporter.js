/** A reporter of node:test that prints the name of each failed test, and `!` if a file failed as a whole. */
export default async function* failedTestsReporter(events) {
  for await (const {type, data} of events) {
    if (type !== 'test:fail' || data.details.type === 'suite') continue;
    yield data.name === data.file ? '!\n' : `${data.name}\n`;
  }
}
