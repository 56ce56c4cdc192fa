import { lazy, Suspense, useState } from 'react'
import { useOwner } from '@/api/session'
import type { Acknowledgement, Post } from '@/api/types'
import { useKey } from '@/api/use-key'
import { useI18n } from '@/i18n'
import { loadPart } from '@/lib/load-part'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { useBeside } from '../beside'
import { acknowledge, confirmHeard, correctHeard, takeHeardBack } from '../dilemma-api'

const WordsDialog = lazy(() => loadPart(() => import('./words-dialog')))

/** How others heard a concern, in their own words, and whether it was meant so. */
export function Heard({ post, own }: { post: Post; own: boolean }) {
  const { t } = useI18n()
  const beside = useBeside()
  const owner = useOwner()
  const [open, setOpen] = useState(false)
  const [told, setTold] = useState(0)
  const keyOf = useKey(told)
  if (!beside?.dilemma || post.view !== 'concern' || post.withdrawn) return null
  const { dilemma, tenant, thread } = beside
  const heard = dilemma.acknowledgements.filter((one) => one.post === post.id)
  const mayTell = thread.can.reply && !own && !heard.some(({ can }) => can.takeBack)
  if (heard.length === 0 && !mayTell) return null
  return (
    <div className="np-heard np-stack np-stack--tight">
      {heard.map((one) => (
        <One key={one.id} tenant={tenant} one={one} author={post.name} onChanged={beside.refreshDilemma} />
      ))}
      {mayTell ? (
        <div>
          <Button appearance="secondary" aria-label={t('heard-tell-name', { number: post.seq })} onClick={() => setOpen(true)}>
            {t('heard-tell')}
          </Button>
        </div>
      ) : null}
      {open ? (
        <Suspense>
          <WordsDialog
            title={t('heard-tell-title', { name: post.name })}
            text={t('heard-tell-text')}
            label={t('heard-tell-label')}
            action={t('heard-tell-do')}
            draft={`${owner}/heard-${post.id}`}
            send={(words) => acknowledge(tenant, post.id, words, keyOf({ words }))}
            onClose={() => setOpen(false)}
            onDone={() => {
              setTold(told + 1)
              setOpen(false)
              toast(t('heard-told'))
              beside.refreshDilemma()
            }}
          />
        </Suspense>
      ) : null}
    </div>
  )
}

function One({ tenant, one, author, onChanged }: { tenant: string; one: Acknowledgement; author: string; onChanged: () => void }) {
  const { t } = useI18n()
  const owner = useOwner()
  const [better, setBetter] = useState(false)
  const [fault, setFault] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const { better: said, can, id, name, state, words } = one
  const act = async (send: (tenant: string, id: string) => Promise<unknown>, sentence: string) => {
    setBusy(true)
    setFault(null)
    try {
      await send(tenant, id)
      toast(sentence)
    } catch (error) {
      setFault(error)
    }
    setBusy(false)
    // Also after a no: somebody may have been ahead.
    onChanged()
  }
  return (
    <div className="np-heard__one">
      <p>
        <strong>{name === '' ? t('heard-somebody') : t('heard-by', { name })}</strong>
      </p>
      <p className="np-prose np-prose--plain" dir="auto">
        {words}
      </p>
      {state === 'meant' ? <p className="np-heard__meant">{t('heard-meant', { name: author })}</p> : null}
      {state === 'better' ? (
        <>
          <p>
            <strong>{t('heard-better', { name: author })}</strong>
          </p>
          <p className="np-prose np-prose--plain" dir="auto">
            {said}
          </p>
        </>
      ) : null}
      <Refused error={fault} />
      {can.answer || can.takeBack ? (
        <div className="np-row">
          {can.answer ? (
            <>
              <Button appearance="primary" busy={busy} onClick={() => void act(confirmHeard, t('heard-confirmed'))}>
                {t('heard-confirm')}
              </Button>
              <Button appearance="secondary" onClick={() => setBetter(true)}>
                {t('heard-correct')}
              </Button>
            </>
          ) : null}
          {can.takeBack ? (
            <Button appearance="subtle" busy={busy} onClick={() => void act(takeHeardBack, t('heard-taken'))}>
              {t('heard-take')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {better ? (
        <Suspense>
          <WordsDialog
            title={t('heard-correct')}
            text={t('heard-correct-text')}
            label={t('heard-correct-label')}
            action={t('heard-correct-do')}
            draft={`${owner}/better-${id}`}
            send={(typed) => correctHeard(tenant, id, typed)}
            onClose={() => setBetter(false)}
            onDone={() => {
              setBetter(false)
              toast(t('heard-corrected'))
              onChanged()
            }}
          />
        </Suspense>
      ) : null}
    </div>
  )
}
