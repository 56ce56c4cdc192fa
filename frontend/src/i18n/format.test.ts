import { FluentBundle, FluentResource } from '@fluent/bundle'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compile } from '../../scripts/fluent'
import { Language } from './format'

const VALUES = [0, 1, 2, 21, 1234].map((count) => ({ count, number: count, name: 'Fatima', day: '3 mei', moment: 'gisteren', title: 'Plein', state: 'Open' }))

describe.each(['nl', 'en'])('in %s', (tag) => {
  it.each(['ui', 'help'])('says every sentence of %s as Fluent itself does', (catalogue) => {
    const source = readFileSync(`../backend/locales/${tag}/${catalogue}.ftl`, 'utf8')
    const compiled = compile(source, catalogue)
    const bundle = new FluentBundle(tag, { useIsolating: false })
    bundle.addResource(new FluentResource(source))
    const language = new Language(tag)
    for (const [key, pattern] of Object.entries(compiled)) {
      const fluent = bundle.getMessage(key)?.value
      if (!fluent) throw new Error(key)
      for (const values of VALUES) {
        const faults: Error[] = []
        const said = bundle.formatPattern(fluent, values, faults)
        if (faults.length === 0) expect(language.say(pattern, values), key).toBe(said)
      }
    }
  })
})

it('refuses to compile what it does not understand', () => {
  expect(() => compile('a = { NUMBER($x) }', 'x.ftl')).toThrow('FunctionReference')
  expect(() => compile('-term = T', 'x.ftl')).toThrow('Term')
  expect(() => compile('a { b', 'x.ftl')).toThrow('Junk')
})
