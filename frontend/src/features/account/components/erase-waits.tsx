import type { Erasure } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { stopErasure } from '../erasure-api'

type Asked = NonNullable<Erasure['asked']>

/** It waits, and one click stops it. */
export function EraseWaits({ asked, onStopped }: { asked: Asked; onStopped: () => void }) {
  const { t, locale } = useI18n()
  const stop = useMutation({
    mutationFn: stopErasure,
    onSuccess: () => {
      toast(t('erase-stopped'))
      onStopped()
    },
  })
  if (asked.begun) return <Alert kind="warning">{t('erase-begun')}</Alert>
  return (
    <Alert kind="warning">
      <p>
        <strong>{t('erase-waits', { day: longDay(locale, asked.dueAt) })}</strong>
      </p>
      <p>{t(asked.texts === 'go' ? 'erase-waits-go' : 'erase-waits-stay')}</p>
      <Refused error={stop.error} />
      <Button appearance="primary" busy={stop.isPending} onClick={() => stop.mutate()}>
        {t('erase-stop')}
      </Button>
    </Alert>
  )
}
