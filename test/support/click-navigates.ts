/** Clicks a link and returns whether the browser would navigate. The navigation itself is prevented. */
export function clickNavigates(link: HTMLElement): boolean {
  let navigates = false;
  const onClick = (event: Event): void => {
    navigates = !event.defaultPrevented;
    event.preventDefault();
  };
  addEventListener('click', onClick, {once: true});
  link.click();
  removeEventListener('click', onClick);
  return navigates;
}
