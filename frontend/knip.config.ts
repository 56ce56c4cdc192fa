import type { KnipConfig } from 'knip'

export default {
  entry: ['scripts/*.mjs'],
  project: ['src/**/*.{ts,tsx,css}', 'scripts/**'],
  compilers: { css: (text: string) => [...text.matchAll(/@import '([^']*)'/g)].map(([, name]) => `import '${String(name)}'`).join('\n') },
} satisfies KnipConfig
