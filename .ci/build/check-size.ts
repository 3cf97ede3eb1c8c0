import {bundleReport} from './bundle-report.js';
import {ceiling, describeSize, recordedSize, recordSize, sizeOf} from './size.js';

const howToUpdate = 'npm run size -- --update';

function problemWith(brotli: number, recorded: number): string | undefined {
  if (brotli > ceiling) return `That is more than the ceiling of ${ceiling} bytes.`;
  if (brotli <= recorded) return undefined;
  const more = `That is ${brotli - recorded} bytes more than recorded.`;
  return `${more} Make it smaller, or justify the size and record it: ${howToUpdate}`;
}

const size = sizeOf();
console.log(describeSize(size));
if (process.argv.includes('--account')) {
  for (const {owner, raw, brotli} of bundleReport()) {
    console.log(`${String(brotli).padStart(8)} brotli ${String(raw).padStart(8)} raw  ${owner}`);
  }
}

if (process.argv.includes('--update') && size.brotli <= ceiling) recordSize(size);
const recorded = recordedSize();
if (size.brotli < recorded) {
  console.log(`That is ${recorded - size.brotli} bytes less than recorded. Record it: ${howToUpdate}`);
}
const problem = problemWith(size.brotli, recorded);
if (problem) {
  console.error(problem);
  process.exitCode = 1;
}
