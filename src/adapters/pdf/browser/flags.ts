/**
 * How Chromium is started. The four `proxy` and `resolver` flags are the wall: whatever a page asks for, on
 * any machine or this one, goes to a port where nothing listens and no name resolves. Stopping requests inside
 * the page is not enough by itself (a prefetch hint slips past it), so it is only used to notice them.
 */
export const BROWSER_FLAGS: readonly string[] = [
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  // With hinting, gaps between letters vary by screen size and text copied from the PDF falls apart.
  '--font-render-hinting=none',
];
