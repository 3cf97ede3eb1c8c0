import type {Decorator} from '@storybook/web-components-vite';
import {html} from 'lit';

/** The width of a phone: the layout depends on the width of the element, not of the screen. */
export const narrow: Decorator = story => html`<div class="narrow">${story()}</div>`;
