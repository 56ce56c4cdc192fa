import { useState } from 'react'
import { Problem } from '@/api/problems'
import { useKey } from '@/api/use-key'
import type { OwnTerm, Term } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextField } from '@/ui/field'
import { toast } from '@/ui/toast'
import { addTerm, renameTerm } from '../api'
import { TERM_KIND } from '../words'

interface Props {
  tenant: string
  kind: Term['kind']
  own: readonly OwnTerm[]
  /** The words that every organisation has. */
  shared: readonly Term[]
  onChanged: () => void
}

/** The words of one kind: one's own, to rename and add to, and the shared ones. */
export function TermGroup({ tenant, kind, own, shared, onChanged }: Props) {
  const { t } = useI18n()
  const [editing, setEditing] = useState<OwnTerm | 'new' | null>(null)
  const words = TERM_KIND[kind]
  return (
    <section className="np-stack np-stack--tight">
      <h2>{t(words.title)}</h2>
      <p className="np-soft">{t(words.hint)}</p>
      {own.length > 0 ? (
        <ul role="list" className="np-stack np-stack--tight">
          {own.map((term) => (
            <li key={term.id} className="np-sheet np-row np-row--between">
              <div>
                <strong>{term.nameNl}</strong>
                <p className="np-soft np-small">{[term.nameEn, ...term.synonyms].filter((word) => word !== term.nameNl).join(' · ')}</p>
              </div>
              <Button appearance="subtle" aria-label={t('terms-rename-name', { name: term.nameNl })} onClick={() => setEditing(term)}>
                {t('terms-rename')}
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <p className="np-soft">{t('terms-none')}</p>
      )}
      <div>
        <Button aria-label={`${t('terms-add')}: ${t(words.title)}`} onClick={() => setEditing('new')}>
          {t('terms-add')}
        </Button>
      </div>
      <details className="np-fold">
        <summary>{t('terms-shared', { count: shared.length })}</summary>
        <div>{shared.map((term) => term.name).join(', ')}</div>
      </details>
      {editing ? (
        <TermDialog
          tenant={tenant}
          kind={kind}
          term={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onSaved={() => {
            setEditing(null)
            toast(t('settings-saved'))
            onChanged()
          }}
        />
      ) : null}
    </section>
  )
}

function TermDialog(props: { tenant: string; kind: Term['kind']; term: OwnTerm | null; onClose: () => void; onSaved: () => void }) {
  const { t } = useI18n()
  const { term } = props
  const keyOf = useKey()
  const [nameNl, setNl] = useState(term?.nameNl ?? '')
  const [nameEn, setEn] = useState(term?.nameEn ?? '')
  const [others, setOthers] = useState(term?.synonyms.join(', ') ?? '')
  const text = { nameNl, nameEn, synonyms: others.split(',').map((word) => word.trim()).filter(Boolean) }
  const save = useMutation({ mutationFn: () => (term ? renameTerm(props.tenant, term.id, text) : addTerm(props.tenant, props.kind, text, keyOf(text))), onSuccess: props.onSaved })
  const problem = save.error instanceof Problem ? save.error : null
  const wrong = (field: string) => {
    const error = problem?.errors.find(({ pointer }) => pointer === field || pointer.startsWith(`${field}/`))?.detail
    return error ? { error } : {}
  }
  return (
    <Dialog
      title={term ? t('terms-rename-name', { name: term.nameNl }) : t(TERM_KIND[props.kind].title)}
      onClose={props.onClose}
      actions={
        <Button appearance="primary" busy={save.isPending} onClick={() => save.mutate()}>
          {t('action-save')}
        </Button>
      }
    >
      {save.error && !problem?.errors.length ? <Alert kind="error">{problem?.detail ?? t('offline-text')}</Alert> : null}
      <TextField required label={t('terms-name-nl')} {...wrong('/nameNl')} value={nameNl} maxLength={60} onInput={(event) => setNl(event.currentTarget.value)} />
      <TextField optional label={t('terms-name-en')} hint={t('terms-name-en-hint')} {...wrong('/nameEn')} value={nameEn} maxLength={60} onInput={(event) => setEn(event.currentTarget.value)} />
      <TextField optional label={t('terms-synonyms')} hint={t('terms-synonyms-hint')} {...wrong('/synonyms')} value={others} onInput={(event) => setOthers(event.currentTarget.value)} />
    </Dialog>
  )
}
