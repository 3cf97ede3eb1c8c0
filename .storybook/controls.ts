import type {ArgTypesEnhancer} from 'storybook/internal/types';

/** What can be turned in the Controls panel. A token is a secret, a function cannot be typed in, and a story sets its desk. */
const adjustable = ['colorScheme', 'headingLevel', 'isolate', 'layout', 'locale', 'ticketId', 'ticketUrl', 'timeZone'];

const select = (...options: string[]) => ({options, control: 'select' as const});

/** Storybook infers a text field, not a select, from the unions of the manifest. */
export const unions = {
  colorScheme: select('auto', 'light', 'dark'),
};

/** The documentation lists what the manifest does; a control stands only where it does something. */
export const withFewControls: ArgTypesEnhancer = ({argTypes}) =>
  Object.fromEntries(
    Object.entries(argTypes)
      // An arg of Storybook's own for each event, which would become a property of the element.
      .filter(([, argType]) => !argType['action'])
      .map(([name, argType]) => [name, adjustable.includes(name) ? argType : {...argType, control: false}]),
  );
