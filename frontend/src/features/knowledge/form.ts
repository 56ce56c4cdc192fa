import type { FieldProblem } from '@/api/problems'
import type { ProductForm } from '@/api/types'
import type { PlainKey, Translate } from '@/i18n'
import { isPicture } from '@/lib/file-types'
import { same } from '@/lib/merge'
import type { Product, ProductFile, SourceIssue } from './api'
import { KIND } from './words'

/** The product as it stands in the editor: every field there, nothing yet wrong. */
export interface Fields {
  kind: ProductForm['kind']
  title: string
  summary: string
  body: string
  lang: NonNullable<ProductForm['lang']>
  terms: string[]
  sources: SourceIssue[]
  files: ProductFile[]
}

/** What is being written: the next edition when there is one, else the product itself. */
export function fieldsOf(product: Product): Fields {
  const { next } = product
  const { kind, title, summary, body, lang, sources, files } = next ?? product
  return { kind, title, summary, body, lang, sources, files, terms: next ? next.terms : product.terms.map((term) => term.id) }
}

export const formOf = (fields: Fields): ProductForm => ({
  ...fields,
  sources: fields.sources.map((issue) => issue.id),
  files: fields.files.map(({ id, alt }) => ({ id, alt })),
})

/** What readers cannot do without, as the server asks it too. */
export function missing(fields: Fields): Omit<FieldProblem, 'detail'>[] {
  const empty = (['title', 'summary'] as const).filter((name) => fields[name].trim() === '').map((name) => ({ pointer: `/${name}`, code: 'text.empty' }))
  const body = fields.body.trim() === '' && fields.files.length === 0 ? [{ pointer: '/body', code: 'product.body-missing' }] : []
  const wordless = fields.files.flatMap((file, place) => (isPicture(file) && file.alt.trim() === '' ? [{ pointer: `/files/${String(place)}/alt`, code: 'product.alt-missing' }] : []))
  return [...empty, ...body, ...wordless]
}

/** The server numbers the files that it got: `/files/1/alt` becomes `/files/<id>/alt`, which stays true when one is removed. */
export function keyed(pointer: string, sent: Pick<Fields, 'files'>): string {
  const [, first, place, ...rest] = pointer.split('/')
  const id = first === 'files' && place !== undefined ? sent.files[Number(place)]?.id : undefined
  return id === undefined ? pointer : ['', first, id, ...rest].join('/')
}

/** Without the faults of files that were removed since. */
export const standing = (errors: readonly FieldProblem[], { files }: Pick<Fields, 'files'>): FieldProblem[] =>
  errors.filter(({ pointer }) => !pointer.endsWith('/alt') || files.some(({ id }) => pointer === `/files/${id}/alt`))

const LANGUAGE: Record<Fields['lang'], PlainKey> = { nl: 'language-nl', en: 'language-en' }
const NAMES: Record<string, PlainKey> = {
  kind: 'product-kind',
  title: 'product-title',
  summary: 'product-summary',
  body: 'product-body',
  terms: 'issue-themes',
  sources: 'product-sources-label',
  files: 'product-files',
}

/** What the field is called that a refusal is about. */
export const nameOf = (error: FieldProblem): PlainKey => (error.pointer.endsWith('/alt') ? 'file-alt-name' : (NAMES[error.pointer.split('/')[1] ?? ''] ?? 'product-title'))

/** The parts that two people wrote or chose differently. */
export function differences(t: Translate, mine: Fields, theirs: Fields): { name: PlainKey; mine: string; theirs: string }[] {
  const list = (names: string[]) => names.join('\n')
  const parts: { name: PlainKey; mine: string; theirs: string }[] = [
    { name: 'product-kind', mine: t(KIND[mine.kind]), theirs: t(KIND[theirs.kind]) },
    { name: 'product-lang', mine: t(LANGUAGE[mine.lang]), theirs: t(LANGUAGE[theirs.lang]) },
    { name: 'product-title', mine: mine.title, theirs: theirs.title },
    { name: 'product-summary', mine: mine.summary, theirs: theirs.summary },
    { name: 'product-body', mine: mine.body, theirs: theirs.body },
    { name: 'product-files', mine: list(mine.files.map((file) => file.name)), theirs: list(theirs.files.map((file) => file.name)) },
    { name: 'product-sources-label', mine: list(mine.sources.map((issue) => issue.title)), theirs: list(theirs.sources.map((issue) => issue.title)) },
  ]
  return parts.filter((part) => !same(part.mine, part.theirs))
}
