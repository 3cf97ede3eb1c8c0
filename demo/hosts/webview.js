import {connectBridge} from '/bridge.js';

import {installFakeApp} from './fake-app.js';

installFakeApp();
connectBridge(document.querySelector('isp-support'));
