import {parseArgs} from 'node:util';

// Not strict: test/leaks imports the server of the bench, and Playwright has arguments of its own.
const {values} = parseArgs({
  strict: false,
  options: {
    quick: {type: 'boolean'},
    runs: {type: 'string'},
    'most-runs': {type: 'string'},
    measures: {type: 'string'},
    against: {type: 'string'},
  },
});

const measures = values.measures?.split(',');
const runs = Number(values.runs ?? (values.quick ? 1 : 7));

/** The command-line options of `npm run bench`. */
export const options = {
  isQuick: values.quick ?? false,
  runs,
  /** How often a measure is repeated until the difference of main-thread time is known within 5 %. */
  mostRuns: Math.max(runs, Number(values['most-runs'] ?? runs)),
  /** The folder of another build of the standalone file, for example from before a change. */
  against: values.against,
  /** Whether a measure is selected. Without `--measures`, all are. */
  includes: ({measure}) => measures?.includes(measure) ?? true,
};
