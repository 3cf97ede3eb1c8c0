import {expect} from 'chai';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import ts from 'typescript';

const root = new URL('../../', import.meta.url);
const example = 'demo/hosts/portal-backend.js';

describe('the page on backends', () => {
  it('shows the backend of the demo, line by line', () => {
    const page = readFileSync(new URL('docs/backends.md', root), 'utf8');
    expect(page).to.contain(readFileSync(new URL(example, root), 'utf8'));
  });

  it('shows a backend that has the types of the package', () => {
    const options: ts.CompilerOptions = {
      allowJs: true,
      checkJs: true,
      noEmit: true,
      strict: true,
      noImplicitAny: false,
      skipLibCheck: true,
      experimentalDecorators: true,
      types: [],
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      paths: {'isp-support-elements': [fileURLToPath(new URL('src/index.ts', root))]},
    };
    const file = fileURLToPath(new URL(example, root));
    const program = ts.createProgram([file], options);
    const messages = ts
      .getPreEmitDiagnostics(program, program.getSourceFile(file))
      .map(({messageText}) => ts.flattenDiagnosticMessageText(messageText, ' '));
    expect(messages).to.eql([]);
  });
});
