import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { compile } from '../scripts/fluent'
import { filesFrom, keysOf, PAGES } from '../scripts/words'

const source = join(import.meta.dirname, '../src')
const ftl = join(import.meta.dirname, '../../backend/locales/nl/ui.ftl')
const keys = Object.keys(compile(readFileSync(ftl, 'utf8'), ftl))

it('brings each sentence with the first page or with the page that says it', () => {
  const first = keysOf(null)
  const pages = PAGES.map((page) => keysOf(page))
  expect(keys.filter((key) => !first.has(key) && pages.every((own) => !own.has(key)))).toEqual([])
  expect(keys.filter((key) => first.has(key)).length).toBeLessThan(keys.length / 2)
})

it('finds every file that says something, however it is imported', () => {
  const found = filesFrom([join(source, 'main.tsx'), ...PAGES.map((page) => join(source, `app/routes/${page}.tsx`))])
  const speaking = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|i18n\/keys\.ts$|\.d\.ts$/.test(name))
    .map((name) => join(source, name))
    .filter((file) => /\bt\('/.test(readFileSync(file, 'utf8')))
  expect(speaking.length).toBeGreaterThan(100)
  expect(speaking.filter((file) => !found.has(file))).toEqual([])
})
