import type { Thread } from '@/api/types'
import { useI18n } from '@/i18n'
import { Icon } from '@/ui/icon'
import { capacityWords, MAIL_RULE, READERS } from '../words'

/** Who reads what is written here, and as whom one speaks: said before one speaks. */
export function ReadersSheet(props: { thread: Thread; id: string }) {
  const { t } = useI18n()
  const { thread } = props
  return (
    <aside className="np-readers" id={props.id} aria-label={t('readers-title')}>
      <h3>
        <Icon name="eye" /> {t('readers-title')}
      </h3>
      <p>{t(READERS[thread.readers])}</p>
      <p>{t(MAIL_RULE[thread.regime])}</p>
      {thread.me ? <p>{t('readers-you', { name: thread.me.name, capacity: capacityWords(t, thread.me.capacity, thread.me.organisation) })}</p> : null}
    </aside>
  )
}
