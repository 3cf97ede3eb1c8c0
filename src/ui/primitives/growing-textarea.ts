import {nothing} from 'lit';
import {directive, Directive, PartType, type ElementPart, type PartInfo} from 'lit/directive.js';

/** Longer texts reach the maximum height on any screen. */
const longText = 4_000;

/**
 * Makes a textarea as high as its text, also in engines without `field-sizing`
 * (https://developer.mozilla.org/docs/Web/CSS/field-sizing). The style sheet sets the minimum and maximum.
 *
 * A long text is not measured: each key would lay it out once more.
 */
class GrowingTextarea extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('growingTextarea is an element directive');
  }

  override render(_text: string): typeof nothing {
    return nothing;
  }

  override update(part: ElementPart, [text]: [string]): typeof nothing {
    const {style} = part.element as HTMLTextAreaElement;
    const isLong = text.length > longText;
    // Test environments such as jsdom have no `CSS`.
    const isSized = (globalThis as Partial<typeof globalThis>).CSS?.supports('field-sizing', 'content');
    style.setProperty('field-sizing', isLong ? 'fixed' : '');
    // What is around the box does not depend on its content: the browser lays out the text once for each key.
    style.setProperty('contain', isLong ? 'strict' : '');
    style.setProperty('block-size', isLong ? '100vh' : isSized || !text ? '' : `${part.element.scrollHeight + 2}px`);
    return nothing;
  }
}

export const growingTextarea = directive(GrowingTextarea);
