import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { newIdempotencyKey } from '@/api/client'
import { Problem } from '@/api/problems'
import { useI18n } from '@/i18n'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary'
import { Choice, Fieldset, TextArea } from '@/ui/field'
import { toast } from '@/ui/toast'
import { invitePeople, type InviteResult, type Suggestion } from '../api'
import { addressesIn, inviteeAt, inviteesOf } from '../invitees'
import { REASON } from '../words'
import { InviteResults } from './invite-results'

interface Props {
  tenant: string
  issue: string
  suggestions: readonly Suggestion[]
  onSent: () => void
}

export function InviteForm(props: Props) {
  const { t } = useI18n()
  const [chosen, setChosen] = useState<string[]>([])
  const [addresses, setAddresses] = useState('')
  const [forAll, setForAll] = useState('')
  const [own, setOwn] = useState<Record<string, string>>({})
  const [names, setNames] = useState<Record<string, string>>({})
  const key = useRef(newIdempotencyKey())
  const emails = addressesIn(addresses)
  const invitees = inviteesOf(chosen, emails, own, forAll)
  const nameOf = (who: string) => names[who] ?? who

  const send = useMutation({
    mutationFn: () => invitePeople(props.tenant, props.issue, invitees, key.current),
    onError: (error) => {
      if (error instanceof Problem) key.current = newIdempotencyKey()
    },
    onSuccess: (results) => {
      key.current = newIdempotencyKey()
      toast(t('invite-done', { count: results.filter((result) => result.outcome === 'sent').length }))
      setChosen([])
      setAddresses('')
      setOwn({})
      props.onSent()
    },
  })
  const choose = (suggestion: Suggestion, on: boolean) => {
    setNames({ ...names, [suggestion.person]: suggestion.name })
    setChosen(on ? [...chosen, suggestion.person] : chosen.filter((other) => other !== suggestion.person))
  }
  return (
    <form
      className="np-stack np-stack--loose"
      aria-label={t('invite-title')}
      onSubmit={(event) => {
        event.preventDefault()
        if (invitees.length > 0 && !send.isPending) send.mutate()
      }}
    >
      <Refusal error={send.error} who={[...chosen, ...emails].map(nameOf)} />
      <Suggestions suggestions={props.suggestions} chosen={chosen} onChoose={choose} />
      <TextArea
        id="invite-addresses"
        label={t('invite-addresses')}
        hint={t('invite-addresses-hint')}
        rows={3}
        inputMode="email"
        autoComplete="off"
        spellCheck={false}
        value={addresses}
        onInput={(event) => setAddresses(event.currentTarget.value)}
      />
      <TextArea label={t('invite-text')} hint={t('invite-text-hint')} rows={4} value={forAll} onInput={(event) => setForAll(event.currentTarget.value)} />
      {invitees.length > 1 ? (
        <details className="np-fold">
          <summary>{t('invite-own-texts')}</summary>
          <div className="np-stack">
            {[...chosen, ...emails].map((who) => (
              <TextArea key={who} label={t('invite-own-text', { name: nameOf(who) })} rows={2} value={own[who] ?? ''} onInput={(event) => setOwn({ ...own, [who]: event.currentTarget.value })} />
            ))}
          </div>
        </details>
      ) : null}
      <div className="np-row">
        <Button appearance="primary" type="submit" busy={send.isPending} disabled={invitees.length === 0}>
          {t('invite-send', { count: invitees.length })}
        </Button>
      </div>
      {send.data ? <InviteResults results={send.data} nameOf={(result: InviteResult) => nameOf(result.person ?? result.email ?? '')} /> : null}
    </form>
  )
}

/** Why nothing was sent: each refused invitee by name. */
function Refusal(props: { error: Error | null; who: readonly string[] }) {
  const { t } = useI18n()
  const { error, who } = props
  if (!error) return null
  if (!(error instanceof Problem)) return <Alert kind="error">{t('offline-text')}</Alert>
  if (error.errors.length === 0) return <Alert kind="error">{error.detail}</Alert>
  const entries = error.errors.map(({ pointer, detail }) => {
    const place = inviteeAt(pointer)
    const name = place === null ? undefined : who[place]
    return { field: pointer.endsWith('/email') ? 'invite-addresses' : null, sentence: name === undefined ? detail : t('invite-fault', { name, why: detail }) }
  })
  return <ErrorSummary title={error.title} entries={entries} />
}

function Suggestions(props: { suggestions: readonly Suggestion[]; chosen: readonly string[]; onChoose: (suggestion: Suggestion, on: boolean) => void }) {
  const { t } = useI18n()
  if (props.suggestions.length === 0) {
    return (
      <div className="np-stack np-stack--tight">
        <h2>{t('invite-suggestions')}</h2>
        <p className="np-soft">{t('invite-suggestions-none')}</p>
      </div>
    )
  }
  const why = (suggestion: Suggestion) =>
    [...suggestion.reasons.map(({ kind, term }) => t(REASON[kind], { term: term.name })), ...(suggestion.askedOften ? [t('invite-asked-often')] : [])].join(' · ')
  return (
    <Fieldset legend={t('invite-suggestions')} hint={t('invite-suggestions-hint')}>
      {props.suggestions.map((suggestion) => (
        <Choice
          key={suggestion.person}
          type="checkbox"
          label={suggestion.name}
          hint={why(suggestion)}
          checked={props.chosen.includes(suggestion.person)}
          onChange={(event) => props.onChoose(suggestion, event.currentTarget.checked)}
        />
      ))}
    </Fieldset>
  )
}
