import { useRef, useState } from 'react'
import { newIdempotencyKey } from '@/api/client'
import { Problem } from '@/api/problems'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { endOfDay } from '@/lib/dates'
import { Button } from '@/ui/button'
import { TextArea, TextField } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { invitePeople, type InviteResult, type Suggestion } from '../api'
import { addressesIn, inviteesOf, isAddress } from '../invitees'
import { addToWaves, openPlan, planWaves, type WavePlan } from '../waves-api'
import { NOTHING, rhythmOf, withChosen, type Writing } from '../writing'
import { addressFault, InviteRefusal, isAboutForm } from './invite-refusal'
import { InviteResults } from './invite-results'
import { OwnTexts } from './own-texts'
import { RoleChoice } from './role-choice'
import { Suggestions } from './suggestions'
import { WavesChoice } from './waves-choice'
import '../invitations.css'

interface Props {
  tenant: string
  issue: string
  suggestions: readonly Suggestion[]
  /** The reader's lists of people who are asked some at a time; while they are not known, everybody is asked at once. */
  plans: readonly WavePlan[] | undefined
  writing: Writing
  onWrite: (next: Writing) => void
  onSent: () => void
}

/** Whom to ask, and what to say to each. Nothing is sent before the button. */
export function InviteForm({ tenant, issue, suggestions, plans, writing, onWrite, onSent }: Props) {
  const { t } = useI18n()
  const [alone, setAlone] = useState(false)
  const [names, setNames] = useState<Record<string, string>>({})
  const key = useRef(newIdempotencyKey())
  const typed = useRef(writing)
  typed.current = writing
  const emails = addressesIn(writing.addresses)
  const chosen = writing.chosen.map(({ person }) => person)
  const invitees = inviteesOf(chosen, emails, writing.own, writing.forAll)
  const nameOf = (who: string) => writing.chosen.find(({ person }) => person === who)?.name ?? names[who] ?? who
  const change = (changes: Partial<Writing>) => {
    setAlone(false)
    // Something else is asked from here on.
    key.current = newIdempotencyKey()
    onWrite({ ...writing, ...changes })
  }

  const rhythm = rhythmOf(writing.waves)
  const runs = plans && openPlan(plans)
  const role = writing.role ?? 'participant'
  // In waves people are asked until enough of them take part: that is no way to find a translator.
  const inWaves = writing.waves.on && plans !== undefined && role === 'participant'
  const send = useMutation({
    mutationFn: async (sent: Writing): Promise<{ said: string; results: InviteResult[] }> => {
      if (!inWaves) {
        const results = await invitePeople(tenant, issue, invitees, endOfDay(sent.until ?? ''), sent.role ?? 'participant', key.current)
        return { said: t('invite-done', { count: results.filter((result) => result.outcome === 'sent').length }), results }
      }
      if (runs) {
        const all = await addToWaves(tenant, issue, runs.id, invitees, key.current)
        const now = all.find(({ id }) => id === runs.id)?.waiting.length ?? 0
        return { said: t('waves-added', { count: Math.max(0, now - runs.waiting.length) }), results: [] }
      }
      const [made] = await planWaves(tenant, issue, rhythm, invitees, key.current)
      return { said: t('waves-begun', { count: made?.asked ?? 0 }), results: [] }
    },
    onError: (error) => {
      if (!(error instanceof Problem)) return
      key.current = newIdempotencyKey()
      // The list is another than the one on screen.
      if (error.code.startsWith('wave.')) onSent()
    },
    onSuccess: ({ said }, sent) => {
      key.current = newIdempotencyKey()
      toast(said)
      setNames(Object.fromEntries(sent.chosen.map(({ person, name }) => [person, name])))
      // Words for somebody are not meant for the next one; how one asks is.
      onWrite(since(sent, typed.current))
      onSent()
    },
  })
  // What is no address is refused, with the way to it: the button counts only whom it can ask.
  const count = chosen.length + emails.filter(isAddress).length
  const first = Math.min(count, rhythm.size || count, rhythm.enough || count)
  const label = !inWaves ? t('invite-send', { count }) : runs ? t('waves-add', { count }) : t('waves-send', { count: first })
  const asked = send.variables ? [...send.variables.chosen.map(({ name }) => name), ...addressesIn(send.variables.addresses)] : []
  const wrong = alone ? t('invite-nobody') : addressFault(t, send.error, asked)
  return (
    <form
      className="np-stack np-stack--loose"
      aria-label={t('invite-title')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setAlone(invitees.length === 0)
        if (invitees.length > 0 && !send.isPending) send.mutate(writing)
      }}
    >
      <InviteRefusal error={send.error} who={asked} alone={alone} />
      <Suggestions suggestions={suggestions} writing={writing} onChoose={(one, on) => change(withChosen(writing, one, on))} />
      <TextArea
        required
        id="invite-addresses"
        label={t('invite-addresses')}
        hint={t('invite-addresses-hint')}
        error={wrong}
        rows={3}
        inputMode="email"
        autoComplete="off"
        spellCheck={false}
        value={writing.addresses}
        onInput={(event) => change({ addresses: event.currentTarget.value })}
      />
      <TextArea optional label={t('invite-text')} hint={t('invite-text-hint')} rows={4} maxLength={2000} value={writing.forAll} onInput={(event) => change({ forAll: event.currentTarget.value })} />
      <OwnTexts who={[...chosen, ...emails]} nameOf={nameOf} own={writing.own} onWrite={(own) => change({ own })} />
      <RoleChoice role={role} onChoose={(role) => change({ role })} />
      {plans && role === 'participant' ? <WavesChoice waves={writing.waves} runs={runs !== undefined} faults={faultsOf(send.error)} onWrite={(waves) => change({ waves })} /> : null}
      {inWaves ? (
        writing.until ? (
          <p className="np-soft">{t('invite-until-not-in-waves')}</p>
        ) : null
      ) : (
        <TextField optional short type="date" id="invite-until" label={t('invite-until')} hint={t('invite-until-hint')} {...errorOf(send.error, 'until')} value={writing.until ?? ''} onInput={(event) => change({ until: event.currentTarget.value })} />
      )}
      {alone || isAboutForm(send.error) ? null : <Refused error={send.error} />}
      <div className="np-row">
        <Button appearance="primary" type="submit" busy={send.isPending}>
          {label}
        </Button>
        <p className="np-soft np-small">{t('invite-kept')}</p>
      </div>
      {send.data && send.data.results.length > 0 ? <InviteResults results={send.data.results} nameOf={(result: InviteResult) => nameOf(result.person ?? result.email ?? '')} /> : null}
    </form>
  )
}

/** What was typed and chosen on while the answer was on its way; whoever was asked is not asked again. */
function since(sent: Writing, now: Writing): Writing {
  if (now === sent) return { ...NOTHING, waves: now.waves }
  const asked = new Set([...addressesIn(sent.addresses), ...sent.chosen.map(({ person }) => person)])
  return { ...now, chosen: now.chosen.filter(({ person }) => !asked.has(person)), addresses: addressesIn(now.addresses).filter((email) => !asked.has(email)).join('\n') }
}

const errorOf = (error: Error | null, field: string) => {
  const sentence = faultsOf(error)[field]
  return sentence ? { error: sentence } : {}
}

/** What is wrong with the rhythm, by field. */
function faultsOf(error: Error | null): Record<string, string> {
  if (!(error instanceof Problem)) return {}
  return Object.fromEntries(error.errors.map(({ pointer, detail }) => [pointer.slice(1), detail]))
}
