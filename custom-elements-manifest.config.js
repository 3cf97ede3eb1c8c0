import {writeOutConstantDefaults} from './.ci/manifest/constant-defaults.js';
import {eventMembers} from './.ci/manifest/event-members.js';
import {examples} from './.ci/manifest/examples.js';
import {writeOutLiteralUnions} from './.ci/manifest/literal-unions.js';
import {publicSurface} from './.ci/manifest/public-surface.js';

export default {
  globs: [
    'src/elements/**/*.ts',
    'src/contract/*-events.ts',
    'src/contract/ticket-filter.ts',
    'src/define/isp-*.ts',
    'src/index.ts',
  ],
  exclude: ['src/**/*.styles.ts'],
  litelement: true,
  packagejson: false,
  plugins: [
    examples(),
    eventMembers(),
    writeOutLiteralUnions('src'),
    writeOutConstantDefaults(),
    publicSurface({entry: 'src/index.ts'}),
  ],
};
