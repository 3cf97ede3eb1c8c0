import {setCustomElementsManifest, type Preview} from '@storybook/web-components-vite';
import {withActions} from 'storybook/actions/decorator';

import manifest from '../custom-elements.json' with {type: 'json'};
import * as sessionEvents from '../src/contract/session-events.js';
import * as ticketEvents from '../src/contract/ticket-events.js';
import {withDesk} from '../stories/support/desk.js';
import '../stories/support/languages.js';
import {unions, limitControls} from './controls.js';
import {extractArgTypes} from './manifest-arg-types.js';
import {withPage} from './page.js';
import {globalTypes, initialGlobals} from './toolbar.js';

setCustomElementsManifest(manifest);

const events = Object.values({...sessionEvents, ...ticketEvents}).map(({type}) => type);

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [withDesk, withPage, withActions],
  argTypes: unions,
  argTypesEnhancers: [limitControls],
  globalTypes,
  initialGlobals,
  parameters: {
    layout: 'fullscreen',
    a11y: {test: 'error'},
    actions: {handles: events},
    docs: {extractArgTypes, source: {excludeDecorators: true}, codePanel: true},
  },
};

export default preview;
