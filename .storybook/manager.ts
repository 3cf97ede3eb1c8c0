import {addons} from 'storybook/manager-api';

/** The studio has fields of its own, which need the space of the panel. */
const isStudio = (storyId: string | undefined): boolean => storyId?.startsWith('theme-studio') === true;

addons.setConfig({
  layoutCustomisations: {
    showPanel: ({storyId}: {readonly storyId?: string}, isShown: boolean) => isShown && !isStudio(storyId),
  },
});
