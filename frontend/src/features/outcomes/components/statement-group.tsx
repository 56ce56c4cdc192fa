import { type ReactNode, useRef, useState } from 'react'
import type { ThreadItem } from '@/api/types'
import { useI18n } from '@/i18n'
import { who } from '@/i18n/who'
import { announce } from '@/lib/announcer'
import { Button } from '@/ui/button'
import { Editor } from '@/ui/editor'
import { TextArea } from '@/ui/field'
import type { Source, StatementKind } from '../api'
import { blankRow, type Row, rowField } from '../form'
import { HINT, STATEMENT } from '../words'
import { PostPicker } from './post-picker'

interface Shared {
  tenant: string
  kind: StatementKind
  threads: readonly ThreadItem[]
  errors: ReadonlyMap<string, string>
}

/** The statements of one kind: what was heard, what is done with it, and so on. */
export function StatementGroup(props: Shared & { rows: readonly Row[]; onChange: (rows: Row[]) => void }) {
  const { t } = useI18n()
  const { kind, rows, onChange } = props
  const group = useRef<HTMLFieldSetElement>(null)
  const focusLast = () =>
    requestAnimationFrame(() => ([...(group.current?.querySelectorAll<HTMLElement>('.np-statement') ?? [])].pop()?.querySelector('textarea') ?? group.current?.querySelector<HTMLElement>('.np-statement-add'))?.focus())
  const add = () => {
    onChange([...rows, blankRow()])
    focusLast()
  }
  const drop = (key: string) => {
    const rest = rows.filter((row) => row.key !== key)
    onChange(rest.length > 0 || kind === 'not-done' ? rest : [blankRow()])
    focusLast()
  }
  return (
    <fieldset ref={group} className="np-fieldset np-statements">
      <legend>
        <h2>{t(STATEMENT[kind])}</h2>
      </legend>
      <p className="np-soft np-statements__hint">{t(HINT[kind])}</p>
      {rows.map((row, index) => (
        <StatementRow key={row.key} {...props} row={row} index={index} onRow={(changed) => onChange(rows.map((other) => (other.key === row.key ? changed : other)))} onDrop={() => drop(row.key)} />
      ))}
      <div>
        <Button appearance="secondary" onClick={add} className="np-statement-add">
          {t(rows.length > 0 ? 'outcome-row-add' : 'outcome-row-add-first')}
        </Button>
      </div>
    </fieldset>
  )
}

function StatementRow(props: Shared & { row: Row; index: number; onRow: (row: Row) => void; onDrop: () => void }) {
  const { t } = useI18n()
  const { row, kind, index, errors, onRow } = props
  const number = index + 1
  const wiring = (part: 'text' | 'why') => {
    const id = rowField(kind, index, part)
    const error = errors.get(id)
    return { id, ...(error ? { error } : {}) }
  }
  return (
    <div className="np-statement np-stack np-stack--tight">
      <Editor id={rowField(kind, index, 'text')} error={errors.get(rowField(kind, index, 'text')) ?? null} label={t('outcome-row', { number })} rows={3} limit={4_000} value={row.text} onWrite={(text) => onRow({ ...row, text })} />
      {kind === 'not-done' ? <TextArea required {...wiring('why')} label={t('outcome-row-why')} rows={2} value={row.why} onInput={(event) => onRow({ ...row, why: event.currentTarget.value })} /> : null}
      <Sources {...props} error={errors.get(rowField(kind, index, 'posts'))}>
        <Button appearance="subtle" danger aria-label={t('outcome-row-remove', { number })} onClick={props.onDrop}>
          {t('action-remove')}
        </Button>
      </Sources>
    </div>
  )
}

/** What a statement rests on, with the acts of its row below. */
function Sources(props: Shared & { row: Row; index: number; error: string | undefined; onRow: (row: Row) => void; children: ReactNode }) {
  const { t } = useI18n()
  const [open, setOpen] = useState(false)
  const { row, onRow, threads } = props
  const number = props.index + 1
  const without = (source: Source) => onRow({ ...row, sources: row.sources.filter((other) => other.post !== source.post) })
  const choose = (sources: Source[]) => {
    onRow({ ...row, sources })
    announce(t('picker-chosen', { number, count: sources.length + row.closedPosts.length }))
  }
  const isEmpty = row.sources.length + row.closedPosts.length === 0
  return (
    <div id={rowField(props.kind, props.index, 'posts')} tabIndex={-1} className="np-stack np-stack--tight">
      {isEmpty ? null : (
        <ul className="np-chosen" role="list" aria-label={t('outcome-rests-on', { number })}>
          {row.sources.map((source) => (
            <li key={source.post}>
              <span dir="auto">
                <strong>{t('outcome-source', { name: who(t, source.name), thread: source.threadTitle })}</strong> <span className="np-soft">{source.excerpt}</span>
              </span>
              <Button appearance="subtle" aria-label={t('outcome-source-remove', { name: who(t, source.name), number: source.seq })} onClick={() => without(source)}>
                {t('action-remove')}
              </Button>
            </li>
          ))}
          {row.closedPosts.length > 0 ? <li>{t('outcome-sources-closed', { count: row.closedPosts.length })}</li> : null}
        </ul>
      )}
      {props.error ? <p className="utrecht-form-field-error-message">{props.error}</p> : null}
      <div className="np-statement__acts">
        {threads.length > 0 ? (
          <Button appearance="subtle" aria-label={t('picker-open-name', { number })} onClick={() => setOpen(true)}>
            {t('picker-open')}
          </Button>
        ) : null}
        {props.children}
      </div>
      {open ? <PostPicker tenant={props.tenant} threads={threads} chosen={row.sources} onChoose={choose} onClose={() => setOpen(false)} /> : null}
    </div>
  )
}
