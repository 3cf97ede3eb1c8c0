import type {Preview} from '@storybook/web-components-vite';

/** What can be turned around every story; the colours are the themes addon's. */
export const globalTypes: NonNullable<Preview['globalTypes']> = {
  direction: {
    description: 'The way the page is written',
    toolbar: {
      icon: 'paragraph',
      dynamicTitle: true,
      items: [
        {value: 'ltr', title: 'Left to right'},
        {value: 'rtl', title: 'Right to left'},
      ],
    },
  },
  line: {
    description: 'The line between the page and the desk',
    toolbar: {
      icon: 'lightning',
      dynamicTitle: true,
      items: [
        {value: 'story', title: 'As in the story'},
        {value: 'slow', title: 'Slow'},
        {value: 'down', title: 'Down'},
        {value: 'portal', title: 'Behind a sign-in page'},
      ],
    },
  },
};

export const initialGlobals = {direction: 'ltr', line: 'story'};
