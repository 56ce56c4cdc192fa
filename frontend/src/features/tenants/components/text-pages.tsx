import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { renderMarkdown } from '@/api/markdown'
import { Problem } from '@/api/problems'
import type { PageKind } from '@/api/types'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { Editor } from '@/ui/editor'
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
  const query = useQuery({ ...textPageQuery(props.tenant, props.kind), refetchOnWindowFocus: false })
  if (!query.data) return <Skeleton lines={3} />
  return <TextPageEditor key={query.data.etag} tenant={props.tenant} kind={props.kind} body={query.data.data.body} etag={query.data.etag ?? ''} />
}

function TextPageEditor(props: { tenant: string; kind: PageKind; body: string; etag: string }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const area = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(props.body)
  const [fault, setFault] = useState<string | null>(null)
  const save = async () => {
    setFault(null)
    try {
      const saved = await writeTextPage(props.tenant, props.kind, text, props.etag)
      client.setQueryData(textPageQuery(props.tenant, props.kind).queryKey, saved)
      toast(t('settings-saved'))
    } catch (error) {
      setFault(error instanceof Problem ? (error.errors[0]?.detail ?? error.detail) : t('offline-text'))
    }
  }
  return (
    <div className="np-stack np-sheet">
      <Editor id={`page-${props.kind}`} label={t(PAGE[props.kind])} value={text} area={area} error={fault} limit={40_000} headings render={renderMarkdown} onWrite={setText} />
      <div>
        <Button appearance="primary" onClick={() => void save()}>
          {t('action-save')}
        </Button>
      </div>
    </div>
  )
}
