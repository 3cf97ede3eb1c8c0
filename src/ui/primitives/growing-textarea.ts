import {nothing} from 'lit';
import {directive, Directive, PartType, type ElementPart, type PartInfo} from 'lit/directive.js';

/** Gives a textarea the height of its text where the engine does not by itself (`field-sizing`, Chromium 123). The style sheet sets the bounds. */
class GrowingTextarea extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('growingTextarea stands on an element');
  }

  override render(_text: string): typeof nothing {
    return nothing;
  }

  override update(part: ElementPart, [text]: [string]): typeof nothing {
    if (!CSS.supports('field-sizing', 'content')) {
      const {style, scrollHeight} = part.element as HTMLTextAreaElement;
      if (text === '') style.removeProperty('block-size');
      else style.setProperty('block-size', `${scrollHeight + 2}px`);
    }
    return nothing;
  }
}

export const growingTextarea = directive(GrowingTextarea);
