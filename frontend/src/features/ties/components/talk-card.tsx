import { useState } from 'react'
import { isProblem } from '@/api/problems'
import type { Talk } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { Button } from '@/ui/button'
import { Choice, TextField } from '@/ui/field'
import { ServerHtml } from '@/ui/html'
import { Refused } from '@/ui/refused'
import { Said } from '@/ui/said'
import { toast } from '@/ui/toast'
import { joinTalk, type TalkAct } from '../talks-api'
import { TALK_ACTS } from '../words'
import { TalkDialog } from './talk-dialog'

interface Props {
  tenant: string
  network: string
  talk: Talk
  /** Where the room is, for who is in it. */
  href: string | null
  /** Whose browser this is. */
  owner: string
  onChanged: () => void
}

/** A conversation with another network: proposed, going on or over; and whether one comes into it. */
export function TalkCard({ tenant, network, talk, href, owner, onChanged }: Props) {
  const { t, locale } = useI18n()
  const [asked, setAsked] = useState<TalkAct | null>(null)
  const { can, other, question, subject } = talk
  const act = (act: TalkAct, appearance: 'primary' | 'secondary' | 'subtle') => (
    <Button appearance={appearance} aria-label={`${t(TALK_ACTS[act].action)}: ${subject}`} onClick={() => setAsked(act)}>
      {t(TALK_ACTS[act].action)}
    </Button>
  )
  return (
    <li className="np-sheet np-stack np-stack--tight">
      <h3 dir="auto">{href ? <a href={href}>{subject}</a> : subject}</h3>
      <p className="np-soft np-small">
        {t('talk-with')} <span dir="auto">{other.name}</span> ({other.tenantName}). <span dir="auto">{other.purpose}</span>
      </p>
      <Standing talk={talk} />
      <p className="np-prose np-prose--plain" dir="auto">
        {talk.purpose}
      </p>
      {talk.state === 'proposed' ? <p>{t('talk-would-end', { day: longDay(locale, talk.until) })}</p> : null}
      {talk.reason ? <Said title={t('tie-reason')} text={talk.reason} /> : null}
      {question ? <Coming tenant={tenant} network={network} talk={talk} question={question} onCame={onChanged} /> : null}
      {can.answer || can.withdraw ? (
        <div className="np-row np-no-print">
          {can.answer ? act('accept', 'primary') : null}
          {can.answer ? act('decline', 'secondary') : null}
          {can.withdraw ? act('withdraw', 'subtle') : null}
        </div>
      ) : null}
      {asked ? (
        <TalkDialog
          tenant={tenant}
          network={network}
          talk={talk.id}
          act={asked}
          draft={`${owner}/talk-${talk.id}-${asked}`}
          onClose={() => setAsked(null)}
          onDone={() => {
            setAsked(null)
            toast(t(TALK_ACTS[asked].done))
            onChanged()
          }}
        />
      ) : null}
    </li>
  )
}

function Standing({ talk }: { talk: Talk }) {
  const { t, locale } = useI18n()
  const [since, until] = [longDay(locale, talk.changedAt), longDay(locale, talk.until)]
  const asker = talk.side === 'asker'
  const sentence = () => {
    switch (talk.state) {
      case 'proposed':
        return t(asker ? 'talk-waits' : 'talk-asks', { day: since })
      case 'declined':
        return t(asker ? 'tie-declined-them' : 'tie-declined-us', { day: since })
      case 'withdrawn':
        return t('talk-withdrawn-on', { day: since })
      case 'open':
        return t('talk-open-until', { day: until })
      case 'ended':
        return t('talk-ended-on', { day: until })
    }
  }
  return <p className="np-soft">{sentence()}</p>
}

interface ComingProps {
  tenant: string
  network: string
  talk: Talk
  question: NonNullable<Talk['question']>
  onCame: () => void
}

/** Each for oneself, and of who does nothing there is no trace. */
function Coming({ tenant, network, talk, question, onCame }: ComingProps) {
  const { t } = useI18n()
  const [name, setName] = useState(question.shownName)
  const hasRules = question.houseRulesHtml !== ''
  // Whoever agreed with what they read did not agree with what took its place.
  const [agreedWith, setAgreedWith] = useState<number | null>(null)
  const agrees = hasRules && agreedWith === question.rulesVersion
  const come = useMutation({
    mutationFn: () => joinTalk(tenant, network, talk.id, { rules: agrees ? question.rulesVersion : null, name }),
    onSuccess: () => {
      toast(t('talk-came'))
      onCame()
    },
    // It may have ended while it was read: the page shows how it is.
    onError: onCame,
  })
  const { error } = come
  const at = (pointer: string) => (isProblem(error) ? error.errors.find((one) => one.pointer === pointer)?.detail : undefined)
  return (
    <form
      className="np-stack np-no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!come.isPending) come.mutate()
      }}
    >
      <p>{t('talk-choice')}</p>
      <p className="np-soft np-small">{t('talk-privacy')}</p>
      {hasRules ? (
        <>
          <h4>{t('merge-rules')}</h4>
          <ServerHtml html={question.houseRulesHtml} />
        </>
      ) : null}
      <Refused error={error} fields={hasRules ? ['/name', '/rules'] : ['/name']} />
      <TextField required label={t('merge-name')} hint={t('talk-name-hint')} error={at('/name')} value={name} maxLength={80} onInput={(event) => setName(event.currentTarget.value)} />
      {hasRules ? <Choice type="checkbox" label={t('network-agree')} error={at('/rules')} checked={agrees} onChange={(event) => setAgreedWith(event.currentTarget.checked ? question.rulesVersion : null)} /> : null}
      <div>
        <Button appearance="primary" type="submit" busy={come.isPending} aria-label={`${t('talk-come')}: ${talk.subject}`}>
          {t('talk-come')}
        </Button>
      </div>
    </form>
  )
}
