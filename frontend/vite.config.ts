import { fileURLToPath } from 'node:url'
import purgecss from '@fullhuman/postcss-purgecss'
import { defineConfig } from 'vitest/config'
import { emoji } from './scripts/emoji'
import { fluent } from './scripts/fluent'

const source = fileURLToPath(new URL('./src', import.meta.url))
const repository = fileURLToPath(new URL('..', import.meta.url))

// Of the design system only the rules whose classes we write; everything of our own stays.
const designSystem = purgecss({
  content: [`${source}/**/*.tsx`, `${repository}backend/{site,app}/src/**/*.rs`],
  safelist: [/^(?!utrecht-)/, /^utrecht-(alert|status-badge)--(info|ok|warning|error|neutral|success|danger)$/],
})

export default defineConfig({
  resolve: {
    alias: { '@': source },
    dedupe: ['preact', 'react', 'react-dom'],
  },
  plugins: [fluent(), emoji()],
  css: { postcss: { plugins: [designSystem] } },
  build: {
    target: 'es2022',
    // The content security policy allows no data: scripts, styles or fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    rolldownOptions: {
      // Libraries mark files for server rendering, which this site does not do.
      onwarn: (warning, report) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : report(warning)),
    },
  },
  server: {
    fs: { allow: [repository] },
    proxy: { '/v1': { target: 'http://localhost:8080', ws: true } },
  },
  test: {
    environment: 'happy-dom',
    // See src/testing/setup.ts.
    isolate: false,
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    setupFiles: ['src/testing/setup.ts'],
    restoreMocks: true,
    server: { deps: { inline: [/preact/, /react/, /wouter/, /@tanstack/] } },
  },
})
