import type { KnipConfig } from 'knip'

export default {
  entry: ['src/main.tsx', 'scripts/*.mjs'],
  project: ['src/**/*.{ts,tsx,css}', 'scripts/**'],
  ignore: ['src/api/schema.d.ts', 'src/i18n/keys.ts'],
  // The front end is written against React's API; npm installs Preact under its names.
  ignoreDependencies: ['preact'],
  compilers: { css: (text: string) => [...text.matchAll(/@import '([^'.][^']*)'/g)].map(([, name]) => `import '${String(name)}'`).join('\n') },
} satisfies KnipConfig
