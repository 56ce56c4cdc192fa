import { useState } from 'react'
import { Problem } from '@/api/problems'
import { useOwner } from '@/api/session'
import type { OwnTerm, Term } from '@/api/types'
import { useKey } from '@/api/use-key'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextField } from '@/ui/field'
import { Refused } from '@/ui/refused'
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

interface Writing {
  nameNl: string
  nameEn: string
  /** With commas between them. */
  others: string
}

const begun = (term: OwnTerm | null): Writing => ({ nameNl: term?.nameNl ?? '', nameEn: term?.nameEn ?? '', others: term?.synonyms.join(', ') ?? '' })

function TermDialog(props: { tenant: string; kind: Term['kind']; term: OwnTerm | null; onClose: () => void; onSaved: () => void }) {
  const { t } = useI18n()
  const { term } = props
  const keyOf = useKey()
  const { form, write, arrived } = useKept(`${useOwner()}/term-${props.tenant}-${term?.id ?? props.kind}`, begun(term))
  const save = useMutation({
    mutationFn: ({ others, ...names }: Writing) => {
      const text = { ...names, synonyms: others.split(',').map((word) => word.trim()).filter(Boolean) }
      return term ? renameTerm(props.tenant, term.id, text) : addTerm(props.tenant, props.kind, text, keyOf(text))
    },
    onSuccess: (_, sent) => {
      arrived(sent, begun(null))
      props.onSaved()
    },
  })
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
        <Button appearance="primary" busy={save.isPending} onClick={() => save.mutate(form)}>
          {t('action-save')}
        </Button>
      }
    >
      {problem?.errors.length ? null : <Refused error={save.error} />}
      <TextField required label={t('terms-name-nl')} {...wrong('/nameNl')} value={form.nameNl} maxLength={60} onInput={(event) => write({ nameNl: event.currentTarget.value })} />
      <TextField optional label={t('terms-name-en')} hint={t('terms-name-en-hint')} {...wrong('/nameEn')} value={form.nameEn} maxLength={60} onInput={(event) => write({ nameEn: event.currentTarget.value })} />
      <TextField optional label={t('terms-synonyms')} hint={t('terms-synonyms-hint')} {...wrong('/synonyms')} value={form.others} onInput={(event) => write({ others: event.currentTarget.value })} />
    </Dialog>
  )
}
