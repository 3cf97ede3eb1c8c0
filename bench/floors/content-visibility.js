import {VanillaView} from './vanilla-view.js';

/** The same, drawn only where somebody looks. */
class SkippingView extends VanillaView {
  static css = `${super.css} li { content-visibility: auto; contain-intrinsic-block-size: auto 100px }`;
}

customElements.define('floor-view', SkippingView);
