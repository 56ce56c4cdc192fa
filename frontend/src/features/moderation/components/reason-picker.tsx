import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useI18n } from '@/i18n'
import { announce } from '@/lib/announcer'
import { Button } from '@/ui/button'
import { Select } from '@/ui/field'
import { standardReasonsQuery } from '../api'
import { withReason } from '../words'

interface Props {
  tenant: string
  /** What is typed already: it stays. */
  text: string
  onPick: (text: string) => void
}

/** The reasons that an organisation keeps ready, to begin with. Without them one writes one's own. */
export function ReasonPicker({ tenant, text, onPick }: Props) {
  const { t } = useI18n()
  const query = useQuery(standardReasonsQuery(tenant))
  const [name, setName] = useState('')
  const items = query.data?.items ?? []
  if (items.length === 0) return null
  const chosen = items.find((item) => item.name === name)
  return (
    <div className="np-stack np-stack--tight">
      <Select label={t('reasons-pick')} hint={t('reasons-pick-hint')} value={chosen?.name ?? ''} onChange={(event) => setName(event.currentTarget.value)}>
        <option value="">{t('reasons-pick-none')}</option>
        {items.map((item) => (
          <option key={item.name} value={item.name}>
            {item.name}
          </option>
        ))}
      </Select>
      <div>
        {/* Going through the choices adds nothing: the arrow keys choose as well. */}
        <Button
          aria-label={t('reasons-pick-add-name')}
          onClick={() => {
            if (!chosen) return announce(t('case-missing'))
            onPick(withReason(text, chosen.words))
            announce(t('reasons-pick-added'))
          }}
        >
          {t('reasons-pick-add')}
        </Button>
      </div>
    </div>
  )
}
