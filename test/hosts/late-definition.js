// Runs in the page before its scripts: holds back the definitions of the elements until the test asks for them.
const define = customElements.define.bind(customElements);
const held = [];
customElements.define = (tag, ...definition) => {
  if (tag.startsWith('isp-')) held.push([tag, ...definition]);
  else define(tag, ...definition);
};
globalThis.defineElements = () => held.forEach(definition => define(...definition));
