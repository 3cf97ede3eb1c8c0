import {VanillaView} from './vanilla-view.js';

customElements.define('floor-view', VanillaView);
