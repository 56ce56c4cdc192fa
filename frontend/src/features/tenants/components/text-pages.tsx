import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { renderMarkdown } from '@/api/markdown'
import { isProblem } from '@/api/problems'
import { useOwner } from '@/api/session'
import type { PageKind } from '@/api/types'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Editor } from '@/ui/editor'
import { TextArea } from '@/ui/field'
import { Refused, useRefusal } from '@/ui/refused'
import { Skeleton } from '@/ui/states'
import { toast } from '@/ui/toast'
import { textPageQuery, writeTextPage } from '../api'
import { PAGE } from '../words'

/** The organisation's own pages, one at a time. */
export function TextPages(props: { tenant: string }) {
  const { t } = useI18n()
  const [open, setOpen] = useState<PageKind | null>(null)
  return (
    <section className="np-stack">
      <h2>{t('settings-pages')}</h2>
      <p className="np-soft">{t('settings-pages-hint')}</p>
      <ul role="list" className="np-stack np-stack--tight">
        {(Object.keys(PAGE) as PageKind[]).map((kind) => (
          <li key={kind}>
            <Button aria-expanded={open === kind} onClick={() => setOpen(open === kind ? null : kind)}>
              {t(PAGE[kind])}
            </Button>
            {open === kind ? <TextPageForm tenant={props.tenant} kind={kind} /> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function TextPageForm(props: { tenant: string; kind: PageKind }) {
  const { locale } = useI18n()
  const query = useQuery({ ...textPageQuery(props.tenant, props.kind, locale), refetchOnWindowFocus: false })
  if (query.isError && !query.data) return <Refused error={query.error} />
  if (!query.data) return <Skeleton lines={3} />
  return <TextPageEditor key={locale} tenant={props.tenant} kind={props.kind} body={query.data.data.body} etag={query.data.etag ?? ''} />
}

function TextPageEditor(props: { tenant: string; kind: PageKind; body: string; etag: string }) {
  const { t, locale } = useI18n()
  const why = useRefusal()
  const client = useQueryClient()
  const area = useRef<HTMLTextAreaElement>(null)
  const page = textPageQuery(props.tenant, props.kind, locale)
  const { form, write, arrived } = useKept(`${useOwner()}/page-${props.tenant}-${props.kind}-${locale}`, { text: props.body, etag: props.etag })
  const [fault, setFault] = useState<string | null>(null)
  const [theirs, setTheirs] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const save = async () => {
    if (busy) return
    setBusy(true)
    setFault(null)
    try {
      const saved = await writeTextPage(props.tenant, props.kind, form.text, form.etag)
      client.setQueryData(page.queryKey, saved)
      setTheirs(null)
      const etag = saved.etag ?? ''
      arrived(form, { text: saved.data.body, etag }, { etag })
      toast(t('settings-saved'))
    } catch (error) {
      setFault(why(error))
      if (!isProblem(error, 412)) return
      const now = await client.fetchQuery({ ...page, staleTime: 0 }).catch(() => null)
      if (!now) return
      setTheirs(now.data.body)
      write({ etag: now.etag ?? '' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="np-stack np-sheet">
      {theirs === null ? null : <TextArea label={t('conflict-theirs')} value={theirs} readOnly rows={5} />}
      <Editor id={`page-${props.kind}`} label={t(PAGE[props.kind])} value={form.text} area={area} error={fault} limit={40_000} headings render={renderMarkdown} onWrite={(text) => write({ text })} />
      <div>
        <Button appearance="primary" busy={busy} aria-label={`${t('action-save')}: ${t(PAGE[props.kind])}`} onClick={() => void save()}>
          {t('action-save')}
        </Button>
      </div>
    </div>
  )
}
