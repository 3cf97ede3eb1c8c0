/** Clicks a link, and says whether the browser would have followed it. It does not get to. */
export function follow(link: HTMLElement): boolean {
  let isFollowed = false;
  const onClick = (event: Event): void => {
    isFollowed = !event.defaultPrevented;
    event.preventDefault();
  };
  addEventListener('click', onClick, {once: true});
  link.click();
  removeEventListener('click', onClick);
  return isFollowed;
}
