import { useCallback, useRef, useState } from 'react'
import { renderMarkdown } from '@/api/markdown'
import { type FieldProblem, placing, Problem, unfinished } from '@/api/problems'
import type { Term } from '@/api/types'
import { useAutosave } from '@/api/use-autosave'
import { useI18n } from '@/i18n'
import { announce } from '@/lib/announcer'
import { errorAt, fieldId } from '@/lib/pointers'
import { Button } from '@/ui/button'
import { Conflict } from '@/ui/conflict'
import { Dialog } from '@/ui/dialog'
import { Editor } from '@/ui/editor'
import { ErrorSummary } from '@/ui/error-summary'
import { Select, TextArea, TextField } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { SaveLine } from '@/ui/save-line'
import { TermChoices } from '@/ui/term-choices'
import { changeProduct, type Product, type ProductKind, publishProduct } from '../api'
import { differences, type Fields, fieldsOf, formOf, keyed, missing, nameOf, standing } from '../form'
import { type ProductUploads, useProductUploads } from '../use-product-uploads'
import { KIND, KINDS, MISSING } from '../words'
import { Attachments, LATE_NOTE } from './attachments'
import { SourceIssues } from './issue-picker'
import '../knowledge.css'

interface Props {
  tenant: string
  product: Product
  themes: readonly Term[]
  regions: readonly Term[]
  reload: () => Promise<Product>
  onSaved: (product: Product) => void
  onPublished: (product: Product) => void
}

/** The text of a knowledge product, or of its next edition. It saves itself; what is missing is asked only when it goes to others. */
export function ProductEditor({ tenant, product, themes, regions, reload, onSaved, onPublished }: Props) {
  const { t } = useI18n()
  const save = useCallback((fields: Fields, version: number) => changeProduct(tenant, product.id, formOf(fields), version).catch(placing((pointer) => keyed(pointer, fields))), [tenant, product.id])
  const { fields, version, state, edit, flush, keepMine, takeTheirs, collide } = useAutosave(product, { key: `product:${product.id}`, fieldsOf, save, reload, onSaved })
  // Here and not at the files: what is on its way has to be known where the product goes to others.
  const uploads = useProductUploads(tenant, (change) => edit((now) => ({ files: change(now.files) })))
  const [asking, setAsking] = useState(false)
  const [refused, setRefused] = useState<Problem | null>(null)
  const problem = state.kind === 'refused' ? state.problem : refused
  const errors = standing(problem?.errors ?? [], fields)
  const back = (said: Problem | null) => {
    for (const one of said?.errors ?? []) one.pointer = keyed(one.pointer, fields)
    setRefused(said)
    setAsking(false)
  }
  /** What is missing is said first: only what can happen is asked to be confirmed. */
  const publish = async () => {
    setRefused(null)
    if (uploads.late) {
      announce(t(uploads.late))
      return document.getElementById(fieldId('/files'))?.focus()
    }
    if (!(await flush())) return
    const found = unfinished(missing(fields).map((one) => ({ ...one, pointer: keyed(one.pointer, fields), detail: t(MISSING[one.code] ?? 'field-empty') })))
    setRefused(found)
    setAsking(found === null)
  }
  return (
    <form className="np-stack np-stack--loose np-form" onSubmit={(event) => event.preventDefault()}>
      <Trouble problem={problem} errors={errors} />
      {state.kind === 'conflict' ? (
        <Conflict differences={differences(t, fields, fieldsOf(state.theirs)).map(({ name, mine, theirs }) => ({ name: t(name), mine, theirs }))} onMine={keepMine} onTheirs={takeTheirs} />
      ) : null}
      <Writing tenant={tenant} uploads={uploads} fields={fields} errors={errors} edit={edit} themes={themes} regions={regions} />
      <div className="np-form__end">
        <SaveLine state={state} />
        <Button appearance="primary" aria-describedby={uploads.late ? LATE_NOTE : undefined} onClick={() => void publish()}>
          {t(product.edition > 0 ? 'product-publish-again' : 'product-publish')}
        </Button>
      </div>
      {asking ? <Publishing tenant={tenant} product={product} version={version} onPublished={onPublished} onStale={collide} onBack={back} /> : null}
    </form>
  )
}

function Trouble({ problem, errors }: { problem: Problem | null; errors: readonly FieldProblem[] }) {
  const { t } = useI18n()
  if (!problem) return null
  if (problem.errors.length === 0) return <Refused error={problem} isOnlyHere />
  if (errors.length === 0) return null
  return <ErrorSummary bySelf entries={errors.map((error) => ({ field: fieldId(error.pointer), sentence: `${t(nameOf(error))}: ${error.detail}` }))} />
}

interface WritingProps extends Pick<Props, 'tenant' | 'themes' | 'regions'> {
  fields: Fields
  uploads: ProductUploads
  errors: readonly FieldProblem[]
  edit: (changes: Partial<Fields> | ((now: Fields) => Partial<Fields>)) => void
}

function Writing({ tenant, fields, uploads, errors, edit, themes, regions }: WritingProps) {
  const { t } = useI18n()
  const area = useRef<HTMLTextAreaElement>(null)
  const wrong = (pointer: string) => {
    const error = errorAt(errors, pointer)
    return { id: fieldId(pointer), ...(error ? { error } : {}) }
  }
  return (
    <>
      <section className="np-stack">
        <div className="np-filters">
          <Select {...wrong('/kind')} label={t('product-kind')} value={fields.kind} onChange={(event) => edit({ kind: event.currentTarget.value as ProductKind })}>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(KIND[kind])}
              </option>
            ))}
          </Select>
          <Select {...wrong('/lang')} label={t('product-lang')} value={fields.lang} onChange={(event) => edit({ lang: event.currentTarget.value as Fields['lang'] })}>
            <option value="nl">{t('language-nl')}</option>
            <option value="en">{t('language-en')}</option>
          </Select>
        </div>
        <TextField required {...wrong('/title')} label={t('product-title')} value={fields.title} maxLength={160} onInput={(event) => edit({ title: event.currentTarget.value })} />
        <TextArea required {...wrong('/summary')} label={t('product-summary')} hint={t('product-summary-hint')} rows={3} maxLength={600} value={fields.summary} onInput={(event) => edit({ summary: event.currentTarget.value })} />
        <Editor id={fieldId('/body')} label={t('product-body')} value={fields.body} area={area} error={errorAt(errors, '/body') ?? null} limit={60_000} headings render={renderMarkdown} onWrite={(body) => edit({ body })} />
      </section>
      <section className="np-stack">
        <h2>{t('product-files')}</h2>
        <Attachments files={fields.files} uploads={uploads} errors={errors} onChange={(change) => edit((now) => ({ files: change(now.files) }))} />
      </section>
      <section className="np-stack">
        <h2>{t('product-part-about')}</h2>
        <TermChoices legend={t('issue-themes')} hint={t('product-themes-hint')} terms={themes} chosen={fields.terms} onChange={(terms) => edit({ terms })} />
        <TermChoices legend={t('issue-regions')} terms={regions} chosen={fields.terms} onChange={(terms) => edit({ terms })} />
      </section>
      <section className="np-stack np-stack--tight">
        <h2>{t('product-sources-label')}</h2>
        <p className="np-soft">{t('product-sources-hint')}</p>
        <SourceIssues tenant={tenant} chosen={fields.sources} onChange={(sources) => edit({ sources })} />
      </section>
    </>
  )
}

interface PublishingProps {
  tenant: string
  product: Product
  version: number
  onPublished: (product: Product) => void
  onStale: () => Promise<void>
  onBack: (said: Problem | null) => void
}

/** Said in full before it happens: who reads it, and who is told. */
function Publishing({ tenant, product, version, onPublished, onStale, onBack }: PublishingProps) {
  const { t } = useI18n()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<unknown>(null)
  const again = product.edition > 0
  const publish = async () => {
    setBusy(true)
    setFault(null)
    try {
      onPublished(await publishProduct(tenant, product.id, version))
    } catch (error) {
      setBusy(false)
      if (!(error instanceof Problem)) setFault(error)
      else if (error.status === 412) {
        await onStale()
        onBack(null)
      } else onBack(error)
    }
  }
  return (
    <Dialog
      title={t(again ? 'product-publish-again-title' : 'product-publish-title')}
      onClose={() => onBack(null)}
      actions={
        <Button appearance="primary" busy={busy} onClick={() => void publish()}>
          {t(again ? 'product-publish-again' : 'product-publish')}
        </Button>
      }
      text={
        <ul className="np-stack np-stack--tight">
          <li>{t('product-publish-readers')}</li>
          <li>{again ? t('product-publish-replaces', { edition: product.edition }) : t('product-publish-followers')}</li>
          {again ? <li>{t('product-publish-silent')}</li> : null}
        </ul>
      }
    >
      <Refused error={fault} />
    </Dialog>
  )
}
