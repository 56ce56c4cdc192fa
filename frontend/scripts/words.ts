// Which sentences a page can say: those whose keys stand in the files that it brings. Keys are always written whole.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const source = resolve(import.meta.dirname, '../src')
const routes = join(source, 'app/routes')

/** What comes with the first page: what stands around every page, and the page that invitations lead to. */
const FIRST = [join(source, 'main.tsx'), join(routes, 'issue-page.tsx')]

/** The pages, by the name of their file. */
export const PAGES = readdirSync(routes)
  .filter((name) => name.endsWith('-page.tsx'))
  .map((name) => name.replace(/\.tsx$/, ''))

/** The keys that the first page needs, or those that a page adds to them. */
export function keysOf(page: string | null): Set<string> {
  const first = literalsIn(filesFrom(FIRST))
  if (page === null) return first
  const own = literalsIn(filesFrom([fileOfPage(page)]))
  return new Set([...own].filter((key) => !first.has(key)))
}

/** Every file that these bring, now or later; but a page brings no other page, and neither does what stands around it. */
export function filesFrom(starts: readonly string[]): Set<string> {
  const found = new Set(starts)
  for (const file of found) {
    for (const next of read(file).imports) if (!pageFiles.has(next)) found.add(next)
  }
  return found
}

const fileOfPage = (page: string): string => join(routes, `${page}.tsx`)
const pageFiles = new Set(PAGES.map(fileOfPage))

interface Contents {
  imports: string[]
  literals: string[]
}
const seen = new Map<string, Contents>()

function read(file: string): Contents {
  const known = seen.get(file)
  if (known) return known
  const text = readFileSync(file, 'utf8')
  const imports = text.matchAll(/(?:^(?:import|export) (?!type )[^'()]*?from |\bimport\()'((?:@|\.{1,2})\/[^']+)'/gm)
  const literals = text.matchAll(/'([a-z][a-z0-9-]*)'/g)
  const contents = { imports: [...imports].flatMap(([, name = '']) => fileOf(name, file)), literals: [...literals].map(([, word = '']) => word) }
  seen.set(file, contents)
  return contents
}

function fileOf(name: string, from: string): string[] {
  const base = name.startsWith('@/') ? join(source, name.slice(2)) : resolve(dirname(from), name)
  return [`${base}.ts`, `${base}.tsx`, join(base, 'index.tsx')].filter((path) => existsSync(path)).slice(0, 1)
}

const literalsIn = (files: Iterable<string>): Set<string> => new Set([...files].flatMap((file) => read(file).literals))
