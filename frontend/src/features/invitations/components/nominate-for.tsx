import { useState } from 'react'
import { useOwner } from '@/api/session'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { Select } from '@/ui/field'
import { toast } from '@/ui/toast'
import { nominate } from '../nominations-api'
import { NominateDialog } from './nominate-dialog'

interface Props {
  tenant: string
  /** Those that the reader takes part in. */
  issues: readonly { id: string; title: string }[]
  person: { person: string; name: string }
}

/** From somebody of the directory to an issue or network that the reader takes part in. */
export function NominateFor({ tenant, issues, person }: Props) {
  const { t } = useI18n()
  const [open, setOpen] = useState(false)
  const [issue, setIssue] = useState('')
  const owner = useOwner()
  // The list may come after the button.
  const chosen = issues.find(({ id }) => id === issue)?.id ?? issues[0]?.id
  if (chosen === undefined) return null
  const label = t('nominate-for-name', { name: person.name })
  return (
    <>
      <Button aria-label={label} onClick={() => setOpen(true)}>
        {t('nominate-person-act')}
      </Button>
      {open ? (
        <NominateDialog
          title={label}
          person={person}
          draft={`${owner}/nominate-${person.person}`}
          about={chosen}
          send={(form, key) => nominate(tenant, chosen, form, key)}
          onClose={() => setOpen(false)}
          onSent={() => {
            setOpen(false)
            toast(t('nominate-sent'))
          }}
        >
          <Select label={t('nominate-for')} value={chosen} onChange={(event) => setIssue(event.currentTarget.value)}>
            {issues.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}
              </option>
            ))}
          </Select>
        </NominateDialog>
      ) : null}
    </>
  )
}
