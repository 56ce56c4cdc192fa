// Compiles the catalogue while building: the browser gets sentences and choices, and no parser.
// What the browser does with them is src/i18n/format.ts. A construct that is not understood here stops the build.
import { type Expression, FluentParser, type InlineExpression, type Pattern as Written, type SelectExpression } from '@fluent/syntax'
import type { Plugin } from 'vite'
import type { Catalogue, Pattern, Place } from '../src/i18n/format'
import { keysOf, PAGES } from './words'

export function compile(source: string, file: string): Catalogue {
  const catalogue: Catalogue = {}
  for (const entry of new FluentParser({}).parse(source).body) {
    if (entry.type === 'Message' && entry.value && entry.attributes.length === 0) catalogue[entry.id.name] = pattern(entry.value, `${file}: ${entry.id.name}`)
    else if (!entry.type.endsWith('Comment')) throw new Error(`${file}: ${entry.type} cannot be compiled`)
  }
  return catalogue
}

function pattern(written: Written, where: string): Pattern {
  const parts = written.elements.map((element) => (element.type === 'TextElement' ? element.value : place(element.expression as Expression | InlineExpression, where)))
  return parts.every((part) => typeof part === 'string') ? parts.join('') : parts
}

function place(expression: Expression | InlineExpression, where: string): string | Place {
  switch (expression.type) {
    case 'StringLiteral':
      return expression.parse().value
    case 'VariableReference':
      return [expression.id.name]
    case 'SelectExpression':
      return choice(expression, where)
    default:
      throw new Error(`${where}: ${expression.type} cannot be compiled`)
  }
}

function choice({ selector, variants }: SelectExpression, where: string): Place {
  if (selector.type !== 'VariableReference') throw new Error(`${where}: only a variable can choose`)
  const named = variants.map(({ key, value }) => [key.type === 'NumberLiteral' ? key.value : key.name, pattern(value, where)] as const)
  const otherwise = variants.findIndex((variant) => variant.default)
  return [selector.id.name, Object.fromEntries(named), named[otherwise]?.[0] ?? '']
}

/**
 * For Vite: an .ftl file is a module with its messages. A built ui.ftl has only what the first page says, and knows
 * where the rest is: ui.ftl?people-page has what that page adds.
 */
export function fluent(): Plugin {
  let isSplit = false
  return {
    name: 'fluent',
    configResolved: ({ command }) => {
      isSplit = command === 'build'
    },
    transform: (source, id) => {
      const [file = '', page] = id.split('?')
      if (!file.endsWith('.ftl')) return
      const whole = compile(source, file)
      const isUi = file.endsWith('/ui.ftl') && isSplit
      const code = isUi ? [part(whole, page ?? null), ...(page ? [] : [pagesOf(file)])] : [`export default ${JSON.stringify(whole)}`]
      return { code: code.join('\n'), map: null }
    },
  }
}

function part(whole: Catalogue, page: string | null): string {
  const keys = keysOf(page)
  return `export default ${JSON.stringify(Object.fromEntries(Object.entries(whole).filter(([key]) => keys.has(key))))}`
}

const pagesOf = (file: string): string => `export const pages = {${PAGES.map((page) => `'${page}': () => import('${file}?${page}')`).join(',')}}`
