import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Refused } from '@/ui/refused'

interface Props {
  title: string
  /** What it comes down to. */
  items: readonly string[]
  action: string
  busy: boolean
  error: unknown
  onSure: () => void
  onClose: () => void
}

/** What others live with from now on is read once more before it is done. */
export function SureDialog({ title, items, action, busy, error, onSure, onClose }: Props) {
  const { t } = useI18n()
  return (
    <Dialog
      title={title}
      onClose={onClose}
      text={
        <>
          <ul className="np-stack np-stack--tight">
            {items.map((item) => (
              <li key={item} dir="auto">
                {item}
              </li>
            ))}
          </ul>
          <p>{t('case-sure-text')}</p>
        </>
      }
      actions={
        <Button appearance="primary" busy={busy} onClick={onSure}>
          {action}
        </Button>
      }
    >
      <Refused error={error} />
    </Dialog>
  )
}
