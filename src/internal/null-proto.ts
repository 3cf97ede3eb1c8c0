/**
 * Copies options into an object without a prototype. Code that reads an option that is not set finds nothing, even on a
 * page that has put a property of that name on `Object.prototype`.
 */
export const nullProto = <Options extends object>(options: Options): Options =>
  Object.assign(Object.create(null) as Options, options);
