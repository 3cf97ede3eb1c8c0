import {renderToString} from 'react-dom/server';

import {Portal} from './portal.js';

/** The content of `#root` in index.html. */
export const render = (): string => renderToString(<Portal />);
