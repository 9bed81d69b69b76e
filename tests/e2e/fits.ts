import type { Page } from '@playwright/test';

/** What sticks out of the screen, but for what scrolls inside a frame of its own. */
export function widerThanTheScreen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const isFramed = (element: Element): boolean => {
      const parent = element.parentElement;
      return parent !== null && (getComputedStyle(parent).overflowX !== 'visible' || isFramed(parent));
    };
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > width + 1 && !isFramed(element),
    );
    const names = wide.map((element) => `${element.tagName} ${element.textContent?.trim().slice(0, 40)}`);
    return document.documentElement.scrollWidth > width + 1 ? ['the page itself', ...names] : names;
  });
}
