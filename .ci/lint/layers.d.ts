import type {Linter} from 'eslint';

interface Layer {
  readonly ours: readonly string[];
  readonly types: readonly string[];
  readonly npm: readonly string[];
}

export const layers: Readonly<Record<string, Layer>>;
export const layerPaths: Linter.Config[];
export const layerImports: Linter.Config[];
