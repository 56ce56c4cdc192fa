import { useState } from 'react'
import type { Join } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/refused'
import { TermChoices } from '@/ui/term-choices'
import { placeJoined } from '../api'

interface Term {
  id: string
  name: string
}

interface Props {
  tenant: string
  join: Join
  terms: { themes: Term[]; regions: Term[] }
  onPlaced: () => void
}

/** Under which words of one's own an issue of another stands. */
export function PlaceForm({ tenant, join, terms, onPlaced }: Props) {
  const { t } = useI18n()
  const [chosen, setChosen] = useState(() => join.terms.map((term) => term.id))
  const place = useMutation({ mutationFn: () => placeJoined(tenant, join.id, chosen), onSuccess: onPlaced })
  const { error } = place
  return (
    <form
      className="np-stack np-stack--tight"
      onSubmit={(event) => {
        event.preventDefault()
        place.mutate()
      }}
    >
      <p className="np-soft np-small">{t('join-terms-hint')}</p>
      <Refused error={error} />
      <TermChoices legend={t('issue-themes')} terms={terms.themes} chosen={chosen} onChange={setChosen} />
      <TermChoices legend={t('issue-regions')} terms={terms.regions} chosen={chosen} onChange={setChosen} />
      <div>
        <Button appearance="primary" type="submit" busy={place.isPending}>
          {t('join-terms-save')}
        </Button>
      </div>
    </form>
  )
}
