import {relative} from 'node:path';
import {inspect} from 'node:util';

const failureText = ({name, file, details: {error}}) =>
  `\n✖ ${name === file ? 'the file as a whole' : name}\n  ${file ? relative('', file) : ''}\n${inspect(error.cause ?? error, {colors: process.stdout.isTTY})}\n\n`;

/** A reporter of node:test that prints a line for each of TEST_FILES files, every failure, and what the tests print. */
export default async function* nodeProgressReporter(events) {
  let files = 0;
  for await (const {type, data} of events) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    // Says which test has caused an error after its end.
    if (type === 'test:diagnostic' && data.message.startsWith('Error: ')) yield `${data.message}\n`;
    // A suite fails because a test in it has failed.
    if (type === 'test:fail' && data.details.type !== 'suite') yield failureText(data);
    // A file is a test too, of the process that runs all files.
    if (type === 'test:complete' && data.name === data.file) {
      const {passed, duration_ms: milliseconds} = data.details;
      const place = `${++files}/${process.env.TEST_FILES} ${relative('', data.file)}`;
      yield `${passed ? '✔' : '✖'} ${place} (${(milliseconds / 1000).toFixed(1)} s)\n`;
    }
  }
}
