const published = path => path.replace(/^\/?src\/(.+)\.[jt]s$/, 'dist/$1.js');

/** Paths as the package has them: nobody who reads the manifest has our sources. */
function publishPaths(node) {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if ((key === 'path' || key === 'module') && typeof value === 'string') node[key] = published(value);
    else publishPaths(value);
  }
}

const isPublic = ({name, privacy}) => (privacy ?? 'public') === 'public' && !name?.startsWith('#') && name !== 'styles';

/** `apibase` is what a framework writes that meets the element before its definition: taken, but not for use. */
const isForUse = fields => attribute =>
  attribute.fieldName ? fields.has(attribute.fieldName) : attribute.description !== undefined;

function hidePrivate(declaration) {
  declaration.members = declaration.members?.filter(isPublic);
  const fields = new Set(declaration.members?.map(({name}) => name));
  declaration.attributes = declaration.attributes?.filter(isForUse(fields));
}

/** The tag is defined by a module of its own, which the analyzer cannot see through our `define()`. */
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

/** What an element hands on of those within it goes by the names that it has there; `exportparts` is not for the analyzer to read. */
function handOnParts(modules) {
  const elements = modules.flatMap(({declarations}) => declarations).filter(({tagName}) => tagName);
  const whole = elements.find(({tagName}) => tagName === 'isp-support');
  const named = new Set(whole.cssParts.map(({name}) => name));
  for (const part of elements.filter(each => each !== whole).flatMap(({cssParts}) => cssParts ?? [])) {
    if (named.has(part.name)) continue;
    named.add(part.name);
    whole.cssParts.push({...part});
  }
}

/** Keeps of the manifest what a host may use, in an order that does not depend on the machine. */
export function publicSurface() {
  return {
    name: 'public-surface',
    packageLinkPhase({customElementsManifest: {modules}}) {
      modules.sort((one, other) => (one.path < other.path ? -1 : 1));
      linkDefinitions(modules);
      handOnParts(modules);
      modules.flatMap(({declarations}) => declarations).forEach(hidePrivate);
      publishPaths(modules);
    },
  };
}
