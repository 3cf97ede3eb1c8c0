/** A promise, and the way to keep it. */
export function gate() {
  let open = () => {};
  const passed = new Promise<void>(resolve => (open = resolve));
  return {passed, open};
}
