import { useState } from 'react'
import type { Regime, Visibility } from '@/api/types'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Refused } from '@/ui/refused'
import { MAIL, READERS } from '../words'

/** What publishing does, and to whom. */
export interface Reach {
  visibility: Visibility
  regime: Regime
  /** How many others take part; none when this person may not see that. */
  others: number | null
  isClosed: boolean
}

interface Props {
  reach: Reach
  asksConsent: boolean
  fault: unknown
  busy: boolean
  onClose: () => void
  onPublish: (quotingAgreed: boolean) => void
}

/** The one moment that cannot be taken back: said in full before it happens. */
export function PublishDialog({ reach, asksConsent, fault, busy, onClose, onPublish }: Props) {
  const { t } = useI18n()
  const [agreed, setAgreed] = useState(false)
  const [asked, setAsked] = useState(false)
  const act = t(reach.isClosed ? 'outcome-publish-again' : 'outcome-publish')
  const mail = t(MAIL[reach.regime === 'open' || reach.visibility === 'public' ? 'text' : 'link'])
  return (
    <Dialog
      title={t(reach.isClosed ? 'outcome-publish-again-title' : 'outcome-publish-title')}
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={busy} onClick={() => (asksConsent && !agreed ? setAsked(true) : onPublish(agreed))}>
          {act}
        </Button>
      }
      text={
        <>
          <p>{t('outcome-publish-what')}</p>
          <ul className="np-stack np-stack--tight">
            <li>{t(reach.isClosed ? 'outcome-publish-stays-closed' : 'outcome-publish-closes')}</li>
            <li>
              {reach.others === null ? t('outcome-publish-all-told') : t('outcome-publish-told', { count: reach.others })} {reach.others === 0 ? null : mail}
            </li>
            <li>{t('outcome-publish-followers')}</li>
            <li>{t(READERS[reach.visibility])}</li>
          </ul>
        </>
      }
    >
      {asksConsent ? (
        <div className="np-check">
          <input type="checkbox" id="outcome-consent" checked={agreed} aria-describedby={asked && !agreed ? 'outcome-consent-error' : 'outcome-consent-hint'} aria-invalid={asked && !agreed ? true : undefined} onChange={(event) => setAgreed(event.currentTarget.checked)} />
          <label htmlFor="outcome-consent">{t('outcome-consent')}</label>
          <span className="np-check__hint" id="outcome-consent-hint">
            {t('outcome-consent-hint')}
          </span>
          {asked && !agreed ? (
            <span className="np-check__error utrecht-form-field-error-message" id="outcome-consent-error" role="alert">
              {t('outcome-consent-missing')}
            </span>
          ) : null}
        </div>
      ) : null}
      <Refused error={fault} />
    </Dialog>
  )
}
