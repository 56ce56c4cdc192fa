import { useQuery } from '@tanstack/react-query'
import { useI18n } from '@/i18n'
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
  const items = query.data?.items ?? []
  if (items.length === 0) return null
  return (
    <Select
      label={t('reasons-pick')}
      hint={t('reasons-pick-hint')}
      value=""
      onChange={(event) => {
        const chosen = items.find(({ name }) => name === event.currentTarget.value)
        event.currentTarget.value = ''
        if (chosen) onPick(withReason(text, chosen.words))
      }}
    >
      <option value="">{t('reasons-pick-none')}</option>
      {items.map(({ name }) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </Select>
  )
}
