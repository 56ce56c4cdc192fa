import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Me } from '@/api/types'
import { useI18n } from '@/i18n'
import { keepDraft, readDraft } from '@/lib/drafts'
import { Button } from '@/ui/button'
import { issueQuery, ownPartQuery } from '../api'
import { ChangePart } from './change-part'

interface Props {
  tenant: string
  issue: string
  /** Under which name this browser keeps that it was asked. */
  name: string
  memberships: Me['memberships']
  onChosen: () => void
}

/** Whoever runs an issue came in without an invitation, and so without being asked how they speak: here they are, once. */
export default function AskCapacity({ tenant, issue, name, memberships, onChosen }: Props) {
  const { t } = useI18n()
  const [isAsked, answer] = useAsked(name)
  const [choosing, setChoosing] = useState(false)
  const { data: room } = useQuery({ ...issueQuery(tenant, issue), enabled: choosing })
  const { data: part } = useQuery({ ...ownPartQuery(tenant, issue), enabled: choosing })
  if (isAsked) return null
  const chosen = () => {
    answer()
    onChosen()
  }
  return (
    <section className="np-sheet np-stack np-stack--tight np-no-print" aria-labelledby="ask-capacity">
      <h2 id="ask-capacity">{t('ask-capacity-title')}</h2>
      <p>{t('ask-capacity-text')}</p>
      <div className="np-row">
        <Button busy={choosing && !(room && part)} onClick={() => setChoosing(true)}>
          {t('ask-capacity-choose')}
        </Button>
        <Button appearance="subtle" onClick={answer}>
          {t('ask-capacity-stay')}
        </Button>
      </div>
      {choosing && room && part ? <ChangePart tenant={tenant} issue={room} part={part} memberships={memberships} onChosen={chosen} onClose={() => setChoosing(false)} /> : null}
    </section>
  )
}

/** Until it is known, nobody is asked. */
function useAsked(name: string): [isAsked: boolean, answer: () => void] {
  const [isAsked, setAsked] = useState(true)
  useEffect(() => {
    void readDraft(name).then((kept) => setAsked(kept !== undefined))
  }, [name])
  const answer = () => {
    setAsked(true)
    void keepDraft(name, { text: '', savedAt: Date.now() })
  }
  return [isAsked, answer]
}
