import { useState } from 'react'
import { useOwner } from '@/api/session'
import type { SheetResults } from '@/api/types'
import { useI18n } from '@/i18n'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { SHEET_OUTCOME } from '../words'
import { SheetForm } from './sheet-form'

interface Props {
  tenant: string
  issue: string
  onSent: () => void
}

/** Asking everybody on a list that somebody has, and what became of each line. */
export function SheetImport({ tenant, issue, onSent }: Props) {
  const { t } = useI18n()
  const [asks, setAsks] = useState(false)
  const [results, setResults] = useState<SheetResults | null>(null)
  const owner = useOwner()
  return (
    <>
      <p className="np-measure">{t('sheet-about')}</p>
      <div>
        <Button onClick={() => setAsks(true)}>{t('sheet-open')}</Button>
      </div>
      {results ? <Report results={results} /> : null}
      {asks ? (
        <SheetForm
          tenant={tenant}
          issue={issue}
          draft={`${owner}/sheet-${issue}`}
          onClose={() => setAsks(false)}
          onSent={(told) => {
            setAsks(false)
            setResults(told)
            onSent()
          }}
        />
      ) : null}
    </>
  )
}

function Report({ results: { items } }: { results: SheetResults }) {
  const { t } = useI18n()
  const sent = items.filter(({ outcome }) => outcome === 'sent').length
  const rest = items.filter(({ outcome }) => outcome !== 'sent')
  return (
    <Alert kind={rest.length === 0 ? 'ok' : 'warning'}>
      <h3>{t('sheet-sent', { sent, lines: items.length })}</h3>
      {rest.length > 0 ? (
        <ul>
          {rest.map(({ line, email, outcome }) => (
            <li key={line}>
              {t('sheet-line', { line })} <bdi>{email}</bdi>: {t(SHEET_OUTCOME[outcome])}
            </li>
          ))}
        </ul>
      ) : null}
    </Alert>
  )
}
