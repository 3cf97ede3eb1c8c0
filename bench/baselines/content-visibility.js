import {VanillaView} from './vanilla-view.js';

/** The vanilla baseline with `content-visibility: auto` on each row. */
class SkippingView extends VanillaView {
  static css = `${super.css} li { content-visibility: auto; contain-intrinsic-block-size: auto 100px }`;
}

customElements.define('baseline-view', SkippingView);
