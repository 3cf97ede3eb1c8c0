import {ensureBuilt} from '../../demo/build.js';

/** Global set-up: the standalone file, unless it is built and newer than its sources. */
export default (): void => ensureBuilt();
