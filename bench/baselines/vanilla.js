import {VanillaView} from './vanilla-view.js';

customElements.define('baseline-view', VanillaView);
