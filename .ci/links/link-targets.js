import {visit} from 'unist-util-visit';

/** Calls back with each link, image and definition of a Markdown document. */
export function visitLinks(tree, onLink) {
  visit(tree, ['link', 'image', 'definition'], onLink);
}

export const isExternal = url => /^[a-z][a-z\d+.-]*:|^\/\//i.test(url);
