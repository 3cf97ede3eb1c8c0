import type {ArgTypesEnhancer} from 'storybook/internal/types';

/** The properties with a control. Excluded are functions, the token, and properties that a story sets itself. */
const adjustable = ['colorScheme', 'headingLevel', 'isolate', 'layout', 'locale', 'ticketId', 'ticketUrl', 'timeZone'];

const select = (...options: string[]) => ({options, control: 'select' as const});

/** Storybook infers a text field, not a select, from the unions of the manifest. */
export const unions = {
  colorScheme: select('auto', 'light', 'dark'),
};

/** Disables the controls of all other properties. */
export const limitControls: ArgTypesEnhancer = ({argTypes}) =>
  Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => [
      name,
      adjustable.includes(name) ? argType : {...argType, control: false},
    ]),
  );
