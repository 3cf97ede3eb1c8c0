// `npm run release:notes` prints the part of the release notes about the standalone file: its size, and its hash for
// Subresource Integrity.
import {readFileSync} from 'node:fs';

import {integrityOf, sizeOf} from '../build/size.js';

const {name, version} = JSON.parse(readFileSync('package.json', 'utf8')) as Record<'name' | 'version', string>;

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

const {raw, gzip, brotli} = sizeOf();

console.log(`
### Standalone file

\`isp-support.js\` has ${kilobytes(brotli)} with brotli, ${kilobytes(gzip)} with gzip and ${kilobytes(raw)} uncompressed.
Its languages are in the folder \`messages\` next to it; the file verifies them by itself.

\`\`\`html
<script src="https://cdn.jsdelivr.net/npm/${name}@${version}/dist/standalone/isp-support.js"
  integrity="${integrityOf()}" crossorigin="anonymous" defer></script>
\`\`\``);
