import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { isProblem } from '@/api/problems'
import type { OtherNetwork } from '@/api/types'
import { useKey } from '@/api/use-key'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { goToFirstFault } from '@/lib/first-fault'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Select, TextArea, TextField } from '@/ui/field'
import { More } from '@/ui/more'
import { Refused } from '@/ui/refused'
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
  const [picked, setPicked] = useState<OtherNetwork | null>(null)
  const [unasked, setUnasked] = useState(false)
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
  const chosen = picked && !known.has(picked.id) ? picked : null
  // What was chosen stays so, and in sight, whatever is looked for after that.
  const choices = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found
  const other = chosen?.id ?? ''
  const ask = useMutation({
    mutationFn: (sent: { motivation: string }) => askNetwork(tenant, network, other, sent.motivation, keyOf({ other, ...sent })),
    onSuccess: (_, sent) => {
      arrived(sent, NOTHING)
      setPicked(null)
      setMade(made + 1)
      toast(t('tie-ask-sent'))
      onAsked()
    },
  })
  const { error } = ask
  const faults = isProblem(error) ? error.errors : []
  const at = (pointer: string) => faults.find((one) => one.pointer === pointer)?.detail
  const unfound = query.error && !query.isFetchNextPageError ? <Refused error={query.error} /> : null
  // Only before there is a form: what is being written stays.
  if (unfound && !query.data && sought === '') return unfound
  const isEmpty = query.isSuccess && found.length === 0 && !query.hasNextPage
  if (isEmpty && !chosen && sought === '' && typed === '') return <p className="np-soft">{t('tie-ask-nobody')}</p>
  return (
    <form
      className="np-stack np-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setUnasked(other === '')
        if (other === '') goToFirstFault()
        else if (!ask.isPending) ask.mutate(form)
      }}
    >
      {unfound}
      <TextField
        label={t('tie-ask-search')}
        hint={t('tie-ask-search-hint')}
        type="search"
        value={typed}
        maxLength={80}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          // It searches, and asks nobody anything.
          event.preventDefault()
          setSought(event.currentTarget.value.trim())
        }}
      />
      {isEmpty ? (
        <p className="np-soft" role="status">
          {t('tie-ask-not-found')}
        </p>
      ) : null}
      <Select
        required
        label={t('tie-ask-whom')}
        hint={t('tie-ask-whom-hint')}
        error={unasked && other === '' ? t('tie-ask-whom-missing') : at('/network')}
        value={other}
        onChange={(event) => setPicked(choices.find(({ id }) => id === event.currentTarget.value) ?? null)}
      >
        <option value="">{t('tie-ask-whom-choose')}</option>
        {choices.map(({ id, name, tenantName }) => (
          <option key={id} value={id}>
            {name} ({tenantName})
          </option>
        ))}
      </Select>
      <More query={query} />
      <TextArea
        required
        label={t('tie-ask-motivation')}
        hint={t('tie-ask-motivation-hint')}
        error={at('/motivation')}
        rows={5}
        maxLength={1000}
        value={motivation}
        onInput={(event) => write({ motivation: event.currentTarget.value })}
      />
      <Refused error={error} fields={['/network', '/motivation']} />
      <div>
        <Button appearance="primary" type="submit" busy={ask.isPending}>
          {t('tie-ask')}
        </Button>
      </div>
    </form>
  )
}
