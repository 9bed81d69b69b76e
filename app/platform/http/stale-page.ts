/** What the framework calls every fault of the server's own, so that nothing of it reaches a browser. */
const serverFault = 'Unexpected Server Error';

/**
 * Whether what failed in a browser is most likely a page of a version that is gone: a script that is no longer
 * there, or data in another shape. A fault of the server's comes to the browser with the page and is none.
 */
export function isStalePage(error: unknown, inBrowser: boolean): boolean {
  return inBrowser && error instanceof Error && error.message !== serverFault;
}
