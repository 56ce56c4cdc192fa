import { useState } from 'react'
import { useI18n } from '@/i18n'
import { areKeysOn, turnKeys } from '@/lib/shortcut'
import { Dialog } from '@/ui/dialog'
import { Choice } from '@/ui/field'
import { Keys } from './keys'
import '../threads.css'

/** The keys, on a page that has none of its own. */
export default function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useI18n()
  const [on, setOn] = useState(areKeysOn)
  return (
    <Dialog wide title={t('shortcuts-title')} onClose={onClose}>
      <Choice
        type="checkbox"
        label={t('shortcuts-on')}
        hint={t('shortcuts-on-hint')}
        checked={on}
        onChange={(event) => {
          setOn(event.currentTarget.checked)
          turnKeys(event.currentTarget.checked)
        }}
      />
      <Keys />
    </Dialog>
  )
}
