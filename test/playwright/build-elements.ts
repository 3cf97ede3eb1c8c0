/** Global set-up: the standalone file, unless it is built and newer than its sources. */
export {ensureBuilt as default} from '../../demo/build.js';
