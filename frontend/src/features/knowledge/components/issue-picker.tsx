import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useI18n } from '@/i18n'
import { matches } from '@/lib/text'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Choice, TextField } from '@/ui/field'
import { useRefusal } from '@/ui/refused'
import { Skeleton } from '@/ui/states'
import { type SourceIssue, sourcesQuery } from '../api'

interface Props {
  tenant: string
  chosen: readonly SourceIssue[]
  onChange: (issues: SourceIssue[]) => void
}

/** The issues that a product came out of: shown, taken away, and chosen in a dialog. */
export function SourceIssues({ tenant, chosen, onChange }: Props) {
  const { t } = useI18n()
  const [open, setOpen] = useState(false)
  return (
    <div className="np-stack np-stack--tight" id="field-sources" tabIndex={-1}>
      {chosen.length > 0 ? (
        <ul role="list" className="np-files" aria-label={t('product-sources-label')}>
          {chosen.map((issue) => (
            <li key={issue.id} className="np-file np-row np-row--between">
              <span className="np-file__name" dir="auto">
                {issue.title || t('issue-untitled')}
              </span>
              <Button appearance="subtle" danger aria-label={t('product-source-remove', { name: issue.title })} onClick={() => onChange(chosen.filter((other) => other.id !== issue.id))}>
                {t('action-remove')}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <div>
        <Button onClick={() => setOpen(true)}>{t('product-sources-choose')}</Button>
      </div>
      {open ? <Picker tenant={tenant} chosen={chosen} onChange={onChange} onClose={() => setOpen(false)} /> : null}
    </div>
  )
}

function Picker({ tenant, chosen, onChange, onClose }: Props & { onClose: () => void }) {
  const { t } = useI18n()
  const why = useRefusal()
  const [words, setWords] = useState('')
  const [picked, setPicked] = useState<readonly SourceIssue[]>(chosen)
  const { data: issues, error, refetch } = useQuery(sourcesQuery(tenant))
  const found = issues?.filter((issue) => matches(issue.title, words))
  return (
    <Dialog
      title={t('product-sources-choose')}
      onClose={onClose}
      actions={
        <Button
          appearance="primary"
          onClick={() => {
            onChange([...picked])
            onClose()
          }}
        >
          {t('product-sources-take', { count: picked.length })}
        </Button>
      }
    >
      <TextField label={t('product-sources-words')} type="search" value={words} onInput={(event) => setWords(event.currentTarget.value)} />
      {error && !issues ? (
        <Alert kind="error">
          <p>{why(error)}</p>
          <Button onClick={() => void refetch()}>{t('action-retry')}</Button>
        </Alert>
      ) : null}
      {issues || error ? null : <Skeleton lines={3} />}
      <div role="group" aria-label={t('issues-title')}>
        {found?.length === 0 ? <p className="np-soft">{t('product-sources-none')}</p> : null}
        {found?.map((issue) => (
          <Choice
            key={issue.id}
            type="checkbox"
            label={issue.title || t('issue-untitled')}
            checked={picked.some((other) => other.id === issue.id)}
            onChange={(event) => setPicked(event.currentTarget.checked ? [...picked, issue] : picked.filter((other) => other.id !== issue.id))}
          />
        ))}
      </div>
    </Dialog>
  )
}
