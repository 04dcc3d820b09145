import type { PlainPage } from '../page.ts';

const page = (path: string, template: string, title: string): PlainPage => ({
  path,
  template,
  title,
  signedIn: false,
  build: () => ({}),
});

export const STATIC_PAGES: readonly PlainPage[] = [
  page('/privacy', 'pages/privacy', 'Privacy'),
  page('/accessibility', 'pages/accessibility', 'Accessibility'),
  page('/about', 'pages/about', 'About Counterweight'),
];
