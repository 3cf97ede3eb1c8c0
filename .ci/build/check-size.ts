import {bundleReport} from './bundle-report.js';
import {ceilings, describeSize, fileNames, recordedSizes, recordSizes, sizeOf, type FileName} from './size.js';

const howToUpdate = 'npm run size -- --update';

function problemWith(brotli: number, recorded: number, ceiling: number): string | undefined {
  if (brotli > ceiling) return `That is more than the ceiling of ${ceiling} bytes.`;
  if (brotli <= recorded) return undefined;
  const more = `That is ${brotli - recorded} bytes more than recorded.`;
  return `${more} Make it smaller, or justify the size and record it: ${howToUpdate}`;
}

const sizes = Object.fromEntries(fileNames.map(name => [name, sizeOf(name).brotli])) as Record<FileName, number>;
const fit = fileNames.every(name => sizes[name] <= ceilings[name]);
if (process.argv.includes('--update') && fit) recordSizes(sizes);

const recorded = recordedSizes();
for (const name of fileNames) {
  console.log(describeSize(name));
  const brotli = sizes[name];
  if (brotli < recorded[name]) {
    console.log(`That is ${recorded[name] - brotli} bytes less than recorded. Record it: ${howToUpdate}`);
  }
  const problem = problemWith(brotli, recorded[name], ceilings[name]);
  if (problem) {
    console.error(problem);
    process.exitCode = 1;
  }
}

if (process.argv.includes('--account')) {
  for (const {owner, raw, brotli} of bundleReport()) {
    console.log(`${String(brotli).padStart(8)} brotli ${String(raw).padStart(8)} raw  ${owner}`);
  }
}
