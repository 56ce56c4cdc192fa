import type { ReactNode } from 'react'
import type { OwnDecision } from '@/api/types'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { Said } from '@/ui/said'
import { GROUND, measures, placeOfOwn } from '../words'
import { AppealForm } from './appeal-form'
import { OwnAppeal } from './own-appeal'

interface Props {
  decision: OwnDecision
  owner: string
  postKey?: string | undefined
  /** Where it is written otherwise, when it came back for editing. */
  rewrite?: ReactNode
  onChanged: () => void
}

/** What was decided about a post of the reader's, why, and what one can do now. */
export function DecisionCard({ decision, owner, postKey, rewrite, onChanged }: Props) {
  const { t, locale } = useI18n()
  const { appeal, body, ground, rewrittenAt, tenant } = decision
  const place = placeOfOwn(t, { ...decision, organisation: decision.tenantName })
  return (
    <li className="np-sheet np-stack np-stack--tight">
      <h3>
        <a href={place.href}>{place.name}</a>
      </h3>
      <p className="np-soft">{t('moderated-decided-at', { day: longDay(locale, decision.decidedAt) })}</p>
      {measures(t, locale, decision).map((sentence) => (
        <p key={sentence}>
          <strong>{sentence}</strong>
        </p>
      ))}
      {decision.byInstallation ? <p>{t('decided-by-installation')}</p> : null}
      {decision.titleBefore ? <Said title={t('moderated-title-before')} text={decision.titleBefore} /> : null}
      {decision.titleAfter ? <Said title={t('moderated-title-after')} text={decision.titleAfter} /> : null}
      {decision.textBefore ? <Said title={t('moderated-text-before')} text={decision.textBefore} /> : null}
      {ground ? <Said title={t(GROUND[ground])} text={decision.rule} /> : null}
      {decision.facts ? <Said title={t('moderated-facts')} text={decision.facts} /> : null}
      {rewrittenAt ? <p>{t('moderated-rewritten', { day: longDay(locale, rewrittenAt) })}</p> : null}
      {body && !decision.canRewrite ? <Said title={t('moderated-own-words')} text={body} /> : null}
      {decision.canRewrite ? rewrite : null}
      {appeal ? <OwnAppeal appeal={appeal} /> : null}
      {decision.canAppeal ? <AppealForm tenant={tenant} decision={decision.id} until={decision.appealUntil} owner={owner} postKey={postKey} onDone={onChanged} /> : null}
    </li>
  )
}
