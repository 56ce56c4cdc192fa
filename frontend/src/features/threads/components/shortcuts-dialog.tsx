import { useI18n } from '@/i18n'
import { Dialog } from '@/ui/dialog'
import { Choice } from '@/ui/field'
import { Keys } from './keys'
import { PresenceChoice } from './presence-choice'

interface Switch {
  on: boolean
  setOn: (on: boolean) => void
}

interface Props {
  shortcuts: Switch
  /** Whether one can be seen in this conversation, if one chooses so. */
  seen: boolean
  onClose: () => void
}

/** The keys, and what one may want otherwise in a conversation. */
export function ShortcutsDialog({ shortcuts, seen, onClose }: Props) {
  const { t } = useI18n()
  return (
    <Dialog wide title={t('thread-settings')} onClose={onClose}>
      <div className="np-stack np-for-keys">
        <Choice type="checkbox" label={t('shortcuts-on')} hint={t('shortcuts-on-hint')} checked={shortcuts.on} onChange={(event) => shortcuts.setOn(event.currentTarget.checked)} />
        <Keys />
      </div>
      {seen ? <PresenceChoice /> : null}
    </Dialog>
  )
}
