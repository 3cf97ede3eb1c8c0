/** Puts a text on the clipboard, and says whether the browser let us: a frame often may not. */
export const copyText = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
