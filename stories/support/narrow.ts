import type {Decorator} from '@storybook/web-components-vite';
import {html} from 'lit';

/** A telephone's width: the elements go by the room they are given, not by the screen's. */
export const narrow: Decorator = story => html`<div class="narrow">${story()}</div>`;
