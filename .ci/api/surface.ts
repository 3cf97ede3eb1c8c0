import prettier from 'prettier';
import ts from 'typescript';

const options: ts.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
};

const typeFormat =
  ts.NodeBuilderFlags.NoTruncation |
  ts.NodeBuilderFlags.InTypeAlias |
  ts.NodeBuilderFlags.UseAliasDefinedOutsideCurrentScope;

const printer = ts.createPrinter({removeComments: true});

/** Members of every custom element, which the browser and Lit call. */
const internals = ['styles', 'observedAttributes', 'attributeChangedCallback'];

const isPublic = (member: ts.ClassElement): boolean =>
  !(member.name && (ts.isPrivateIdentifier(member.name) || internals.includes(member.name.getText()))) &&
  !(ts.getCombinedModifierFlags(member) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected));

function withoutInternals(declaration: ts.ClassDeclaration): ts.ClassDeclaration {
  const {modifiers, name, typeParameters, heritageClauses, members} = declaration;
  return ts.factory.updateClassDeclaration(
    declaration,
    modifiers,
    name,
    typeParameters,
    heritageClauses,
    members.filter(isPublic),
  );
}

/** A type that is computed from a value, such as a schema, is not readable until it is written out. */
function written(declaration: ts.TypeAliasDeclaration, checker: ts.TypeChecker): ts.TypeAliasDeclaration {
  if (!/\btypeof\b/.test(declaration.type.getText())) return declaration;
  const {modifiers, name, typeParameters, type} = declaration;
  const plain = checker.typeToTypeNode(checker.getTypeAtLocation(declaration), declaration, typeFormat) ?? type;
  return ts.factory.updateTypeAliasDeclaration(declaration, modifiers, name, typeParameters, plain);
}

function toText(declaration: ts.Declaration, checker: ts.TypeChecker): string {
  const print = (node: ts.Node): string =>
    printer.printNode(ts.EmitHint.Unspecified, node, declaration.getSourceFile());
  if (ts.isClassDeclaration(declaration)) return print(withoutInternals(declaration));
  if (ts.isTypeAliasDeclaration(declaration)) return print(written(declaration, checker));
  // The modifiers of `const name: Type` belong to its statement.
  return print(ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration);
}

/** The base class that an element inherits its properties from. It is public, though its name is not exported. */
function baseOf(declaration: ts.Declaration, checker: ts.TypeChecker): ts.Symbol | undefined {
  if (!ts.isClassDeclaration(declaration)) return undefined;
  const base = declaration.heritageClauses?.find(({token}) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
  const symbol = base && checker.getSymbolAtLocation(base.expression);
  return symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

const isOwn = (declaration: ts.Declaration): boolean => !/\/node_modules\//.test(declaration.getSourceFile().fileName);

/** What a module exports, as declarations in the order of the alphabet, without comments. */
export async function publicApi(entry: string): Promise<string> {
  const program = ts.createProgram([entry], options);
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(entry) as ts.Node);
  if (!module) throw new Error(`${entry} is no module. Build the package first: npm run build`);

  const symbols = checker.getExportsOfModule(module);
  const exported = new Set(symbols.map(({name}) => name));
  const texts = new Map<string, string>();
  const add = (symbol: ts.Symbol, isTypeOnly: boolean): void => {
    if (texts.has(symbol.name)) return;
    // A schema and its type have one name; only the type is exported.
    const declarations = (symbol.declarations ?? [])
      .filter(isOwn)
      .filter(each => !isTypeOnly || !ts.isVariableDeclaration(each));
    if (declarations.length === 0) return;
    const text = declarations.map(each => toText(each, checker)).join('\n');
    texts.set(symbol.name, exported.has(symbol.name) ? text : text.replace(/^export /, ''));
    for (const base of declarations.flatMap(each => baseOf(each, checker) ?? [])) add(base, false);
  };
  for (const symbol of symbols) {
    const isTypeOnly = symbol.declarations?.some(ts.isTypeOnlyExportDeclaration) ?? false;
    add(checker.getAliasedSymbol(symbol), isTypeOnly);
  }

  const sorted = [...texts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, text]) => text);
  const config = await prettier.resolveConfig(import.meta.filename);
  return prettier.format(sorted.join('\n\n'), {...config, parser: 'typescript'});
}
