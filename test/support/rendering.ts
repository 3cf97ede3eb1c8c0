import {fixtureSync, html} from '@open-wc/testing';

/** Draws a picture as an element would, and gives the box it stands in. */
export const drawn = (picture: unknown): HTMLElement => fixtureSync<HTMLElement>(html`<div>${picture}</div>`);
