const published = path => path.replace(/^\/?(?:src|\.)\/(.+)\.[jt]s$/, 'dist/$1.js');

/** Replaces the paths of sources by those of the package. */
function publishPaths(node) {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if ((key === 'path' || key === 'module') && typeof value === 'string') node[key] = published(value);
    else publishPaths(value);
  }
}

/** Members of every custom element, which the browser and Lit call. */
const internals = ['styles', 'observedAttributes', 'attributeChangedCallback'];

const isPublic = ({name, privacy}) =>
  (privacy ?? 'public') === 'public' && !name?.startsWith('#') && !internals.includes(name);

/**
 * Leaves out aliases such as `apibase`, which exist for frameworks that set an attribute before the element is defined.
 */
const isForUse = fields => attribute =>
  attribute.fieldName ? fields.has(attribute.fieldName) : attribute.description !== undefined;

function hidePrivate(declaration) {
  declaration.members = declaration.members?.filter(isPublic);
  const fields = new Set(declaration.members?.map(({name}) => name));
  declaration.attributes = declaration.attributes?.filter(isForUse(fields));
}

/** A property without an initializer starts as `undefined`. Only the token, which cannot be read, has no default. */
function addDefaults({superclass, members = []}) {
  if (superclass?.name === 'Event') return;
  for (const field of members) {
    if (field.kind === 'field' && field.type?.text.endsWith('| undefined')) field.default ??= 'undefined';
  }
}

/** A single line break of a comment is only where its line was full. */
const unwrapped = description => description.replace(/([^\n])\n(?![\n-])\s*/g, '$1 ');

function unwrapDescriptions(node) {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if ((key === 'description' || key === 'summary') && typeof value === 'string') node[key] = unwrapped(value);
    else unwrapDescriptions(value);
  }
}

/** Adds the tag of each element. The analyzer does not recognize it in a call of our own `define()`. */
function linkDefinitions(modules) {
  const elements = modules.flatMap(({path, declarations}) =>
    declarations.map(({name, tagName}) => ({path, name, tagName})),
  );
  for (const {path, exports} of modules) {
    const element = elements.find(({tagName}) => tagName && path.endsWith(`/define/${tagName}.ts`));
    if (!element) continue;
    const {name, tagName} = element;
    exports.push({kind: 'custom-element-definition', name: tagName, declaration: {name, module: element.path}});
  }
}

/** Adds to `<isp-support>` the parts of its inner elements. The analyzer does not read `exportparts`. */
function addExportedParts(modules) {
  const elements = modules.flatMap(({declarations}) => declarations).filter(({tagName}) => tagName);
  const whole = elements.find(({tagName}) => tagName === 'isp-support');
  const named = new Set(whole.cssParts.map(({name}) => name));
  for (const part of elements.filter(each => each !== whole).flatMap(({cssParts}) => cssParts ?? [])) {
    if (named.has(part.name)) continue;
    named.add(part.name);
    whole.cssParts.push({...part});
  }
}

/** Keeps what `entry` exports, and base classes from which that inherits. */
function keepExported(modules, entry) {
  const exported = new Set(modules.find(({path}) => path === entry).exports.map(({name}) => name));
  const declarations = modules.flatMap(module => module.declarations);
  const named = name => declarations.find(declaration => declaration.name === name);

  for (const {superclass} of declarations.filter(({name}) => exported.has(name))) {
    if (named(superclass?.name)?.members?.length > 0) exported.add(superclass.name);
  }
  for (const declaration of declarations.filter(({name}) => exported.has(name))) {
    // A class in between that adds nothing public is skipped.
    while (named(declaration.superclass?.name) && !exported.has(declaration.superclass.name)) {
      declaration.superclass = named(declaration.superclass.name).superclass;
    }
  }
  for (const module of modules) {
    module.declarations = module.declarations.filter(({name}) => exported.has(name));
    const isPublic = ({kind, declaration}) =>
      kind !== 'js' || (exported.has(declaration.name) && named(declaration.name));
    module.exports = module.exports.filter(isPublic);
  }
}

const isEmpty = ({declarations, exports}) => declarations.length === 0 && exports.length === 0;

/** Reduces the manifest to the public API, in an order that does not depend on the machine. */
export function publicSurface({entry}) {
  return {
    name: 'public-surface',
    packageLinkPhase({customElementsManifest}) {
      const {modules} = customElementsManifest;
      modules.sort((one, other) => (one.path < other.path ? -1 : 1));
      linkDefinitions(modules);
      addExportedParts(modules);
      const declarations = modules.flatMap(module => module.declarations);
      declarations.forEach(hidePrivate);
      declarations.forEach(addDefaults);
      unwrapDescriptions(declarations);
      keepExported(modules, entry);
      customElementsManifest.modules = modules.filter(module => !isEmpty(module));
      publishPaths(customElementsManifest.modules);
    },
  };
}
