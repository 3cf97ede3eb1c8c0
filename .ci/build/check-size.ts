import {bundleReport, byFolder, byLayer, standaloneBundle, type Share} from './bundle-report.js';
import {elementTags} from '../../test/support/element-tags.js';
import {bundleElement, elementProblem, recordElementLimits} from './element-sizes.js';
import {ceiling, describeSize, gzipSize, recordedSize, recordSize, sizeOf} from './size.js';

const howToUpdate = 'npm run size -- --update';
const updates = process.argv.includes('--update');

function problemWith(brotli: number, recorded: number): string | undefined {
  if (brotli > ceiling) return `That is more than the ceiling of ${ceiling} bytes.`;
  if (brotli <= recorded) return undefined;
  const more = `That is ${brotli - recorded} bytes more than recorded.`;
  return `${more} Make it smaller, or justify the size and record it: ${howToUpdate}`;
}

function printShares(shares: readonly Share[], compression: string): void {
  for (const {owner, raw, compressed} of shares) {
    console.log(`${String(compressed).padStart(8)} ${compression} ${String(raw).padStart(8)} raw  ${owner}`);
  }
}

function report(problem: string | undefined): void {
  if (!problem) return;
  console.error(problem);
  process.exitCode = 1;
}

/** The standalone file of the last build. */
function checkStandalone(): void {
  const size = sizeOf();
  console.log(describeSize(size));
  if (process.argv.includes('--account')) printShares(bundleReport(standaloneBundle(), byLayer), 'brotli');
  if (updates && size.brotli <= ceiling) recordSize(size);
  const recorded = recordedSize();
  if (size.brotli < recorded) {
    console.log(`That is ${recorded - size.brotli} bytes less than recorded. Record it: ${howToUpdate}`);
  }
  report(problemWith(size.brotli, recorded));
}

/** Each element alone, bundled from the last build of the npm package. */
async function checkElements(): Promise<void> {
  const bundles = await Promise.all(elementTags.map(bundleElement));
  for (const {tag, bundle, size, onDemand} of bundles) {
    console.log(describeSize(size, `<${tag}>`));
    if (onDemand.raw > 0) console.log(describeSize(onDemand, '  on demand'));
    printShares(bundleReport(bundle, byFolder, gzipSize), 'gzip');
  }
  if (updates) recordElementLimits(bundles);
  for (const bundle of bundles) report(elementProblem(bundle));
}

if (process.argv.includes('--elements')) await checkElements();
else checkStandalone();
