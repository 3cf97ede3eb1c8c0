import {parseArgs} from 'node:util';

// Not strict: test/leaks imports the server of the bench, and Playwright has arguments of its own.
const {values} = parseArgs({
  strict: false,
  options: {
    quick: {type: 'boolean'},
    runs: {type: 'string'},
    measures: {type: 'string'},
    against: {type: 'string'},
  },
});

const measures = values.measures?.split(',');

/** The command-line options of `npm run bench`. */
export const options = {
  isQuick: values.quick ?? false,
  runs: Number(values.runs ?? (values.quick ? 1 : 7)),
  /** The folder of another build of the standalone file, for example from before a change. */
  against: values.against,
  /** Whether a measure is selected. Without `--measures`, all are. */
  includes: ({measure}) => measures?.includes(measure) ?? true,
};
