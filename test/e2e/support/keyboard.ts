import type {Locator} from '@playwright/test';

/** Presses Tab until the element has visible focus. */
export async function tabTo(target: Locator, mostPresses = 40): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses <= mostPresses; presses++) {
    if (await target.evaluate(element => element.matches(':focus-visible'))) return;
    await target.page().keyboard.press('Tab');
  }
  throw new Error(`${mostPresses} presses of Tab do not lead to ${target.toString()}`);
}

export async function tabToAndPress(target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press(key);
}

export async function tabToAndType(target: Locator, text: string): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.type(text);
}
