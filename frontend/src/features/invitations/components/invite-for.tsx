import { useState } from 'react'
import type { IssueItem } from '@/api/types'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'

/** From a person to one of the issues that the reader runs. */
export function InviteFor(props: { issues: readonly IssueItem[]; name: string; onChoose: (issue: string) => void }) {
  const { t } = useI18n()
  const [open, setOpen] = useState(false)
  if (props.issues.length === 0) return null
  const label = t('people-invite-name', { name: props.name })
  return (
    <>
      <Button aria-label={label} onClick={() => setOpen(true)}>
        {t('people-invite')}
      </Button>
      {open ? (
        <Dialog title={label} text={<p>{t('people-invite-for')}</p>} onClose={() => setOpen(false)}>
          <ul role="list" className="np-stack np-stack--tight">
            {props.issues.map((issue) => (
              <li key={issue.id}>
                <Button onClick={() => props.onChoose(issue.id)}>
                  <bdi>{issue.title}</bdi>
                </Button>
              </li>
            ))}
          </ul>
        </Dialog>
      ) : null}
    </>
  )
}
