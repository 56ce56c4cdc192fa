import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { isProblem } from '@/api/problems'
import { useKey } from '@/api/use-key'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Select, TextArea, TextField } from '@/ui/field'
import { More } from '@/ui/more'
import { toast } from '@/ui/toast'
import { askNetwork, candidatesQuery } from '../api'

const NOTHING = { motivation: '' }

interface Props {
  tenant: string
  network: string
  /** With which there is something already. */
  known: ReadonlySet<string>
  draft: string
  onAsked: () => void
}

/** Which network to ask for contact, and why: only those that its asker may read. */
export function AskForm({ tenant, network, known, draft, onAsked }: Props) {
  const { t } = useI18n()
  const [typed, setTyped] = useState('')
  const [sought, setSought] = useState('')
  const query = useInfiniteQuery(candidatesQuery(tenant, network, sought))
  const [chosen, setChosen] = useState('')
  const { form, write, arrived } = useKept(draft, NOTHING)
  const { motivation } = form
  const [made, setMade] = useState(0)
  const keyOf = useKey(made)
  // The letters are sent once they stand still.
  useEffect(() => {
    const timer = setTimeout(() => setSought(typed.trim()), 250)
    return () => clearTimeout(timer)
  }, [typed])
  const found = (query.data?.pages ?? []).flatMap((page) => page.items).filter(({ id }) => !known.has(id))
  const other = found.some(({ id }) => id === chosen) ? chosen : (found[0]?.id ?? '')
  const ask = useMutation({
    mutationFn: (sent: { motivation: string }) => askNetwork(tenant, network, other, sent.motivation, keyOf({ other, ...sent })),
    onSuccess: (_, sent) => {
      arrived(sent, NOTHING)
      setChosen('')
      setMade(made + 1)
      toast(t('tie-ask-sent'))
      onAsked()
    },
  })
  const { error } = ask
  const wrong = isProblem(error) ? error.errors.find((one) => one.pointer === '/motivation')?.detail : undefined
  const rest = error && !wrong ? (isProblem(error) ? error.detail : t('offline-text')) : null
  const unfound = query.error && !query.isFetchNextPageError ? <Alert kind="error">{isProblem(query.error) ? query.error.detail : t('offline-text')}</Alert> : null
  // Only before there is a form: what is being written stays.
  if (unfound && !query.data && sought === '') return unfound
  const isEmpty = query.isSuccess && found.length === 0 && !query.hasNextPage
  if (isEmpty && sought === '' && typed === '') return <p className="np-soft">{t('tie-ask-nobody')}</p>
  return (
    <form
      className="np-stack np-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!ask.isPending && other) ask.mutate(form)
      }}
    >
      {rest ? <Alert kind="error">{rest}</Alert> : unfound}
      <TextField label={t('tie-ask-search')} hint={t('tie-ask-search-hint')} type="search" value={typed} maxLength={80} onInput={(event) => setTyped(event.currentTarget.value)} />
      {isEmpty ? (
        <p className="np-soft" role="status">
          {t('tie-ask-not-found')}
        </p>
      ) : (
        <Select
          label={t('tie-ask-whom')}
          hint={t('tie-ask-whom-hint')}
          value={other}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          {found.map(({ id, name, tenantName }) => (
            <option key={id} value={id}>
              {name} ({tenantName})
            </option>
          ))}
        </Select>
      )}
      <More query={query} />
      <TextArea
        label={t('tie-ask-motivation')}
        hint={t('tie-ask-motivation-hint')}
        error={wrong}
        rows={5}
        maxLength={1000}
        value={motivation}
        onInput={(event) => write({ motivation: event.currentTarget.value })}
      />
      <div>
        <Button appearance="primary" type="submit" busy={ask.isPending}>
          {t('tie-ask')}
        </Button>
      </div>
    </form>
  )
}
