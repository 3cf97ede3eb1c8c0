import {nothing} from 'lit';
import {directive, Directive, PartType, type ElementPart, type PartInfo} from 'lit/directive.js';

/**
 * Makes a textarea as high as its text in engines without `field-sizing`
 * (https://developer.mozilla.org/docs/Web/CSS/field-sizing). The style sheet sets the minimum and maximum.
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
    // Test environments such as jsdom have no `CSS`.
    if (!(globalThis as Partial<typeof globalThis>).CSS?.supports('field-sizing', 'content')) {
      const {style, scrollHeight} = part.element as HTMLTextAreaElement;
      if (text === '') style.removeProperty('block-size');
      else style.setProperty('block-size', `${scrollHeight + 2}px`);
    }
    return nothing;
  }
}

export const growingTextarea = directive(GrowingTextarea);
