import {tokenProvider} from '/assets/portal/scripts/token.js';

document.querySelector('isp-support').tokenProvider = tokenProvider;
