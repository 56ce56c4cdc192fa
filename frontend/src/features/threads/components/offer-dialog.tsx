import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isProblem } from '@/api/problems'
import { useOwner } from '@/api/session'
import type { Dilemma } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Conflict } from '@/ui/conflict'
import { Dialog } from '@/ui/dialog'
import { TextArea } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { dilemmaQuery, type Offer, offerPerspective } from '../dilemma-api'

interface Props {
  tenant: string
  thread: string
  dilemma: Dilemma
  onClose: () => void
  onDone: () => void
}

/** The offer as it is written, and the version that it goes on from. */
type Writing = Offer & Pick<Dilemma, 'version'>
const written = ({ possible, impossible, decides, version }: Dilemma): Writing => ({ possible, impossible, decides, version })
const PARTS = ['possible', 'impossible', 'decides'] as const

/** What is possible, what is not, and who decides when: all three, also the no. */
export default function OfferDialog({ tenant, thread, dilemma, onClose, onDone }: Props) {
  const { t } = useI18n()
  const client = useQueryClient()
  const draft = `${useOwner()}/offer-${thread}`
  const { form: offer, write, letGo, arrived } = useKept(draft, written(dilemma), dilemma.version)
  const [theirs, setTheirs] = useState<Writing | null>(null)
  const save = useMutation({
    mutationFn: ({ version, ...form }: Writing) => offerPerspective(tenant, thread, form, version),
    onSuccess: (_, sent) => {
      arrived(sent, sent)
      toast(t('offer-done'))
      onDone()
    },
    onError: async (error) => {
      if (!isProblem(error, 412)) return
      const now = await client.fetchQuery({ ...dilemmaQuery(tenant, thread), staleTime: 0 }).catch(() => null)
      if (now) setTheirs(written(now))
    },
  })
  const { error } = save
  const chosen = () => {
    setTheirs(null)
    save.reset()
  }
  const at = (pointer: string) => (isProblem(error) ? error.errors.find((one) => one.pointer === pointer)?.detail : undefined)
  const field = (name: keyof Offer, label: string, hint: string) => (
    <TextArea
      label={label}
      hint={hint}
      error={at(`/${name}`)}
      rows={3}
      maxLength={2000}
      value={offer[name]}
      onInput={(event) => {
        write({ [name]: event.currentTarget.value })
      }}
    />
  )
  return (
    <Dialog
      wide
      title={t('offer-title')}
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={save.isPending} onClick={() => save.mutate(offer)}>
          {t('action-save')}
        </Button>
      }
    >
      {theirs ? (
        <Conflict
          differences={PARTS.filter((name) => theirs[name] !== offer[name]).map((name) => ({ name: t(`offer-${name}`), theirs: theirs[name], mine: offer[name] }))}
          onMine={() => {
            write({ version: theirs.version })
            chosen()
          }}
          onTheirs={() => {
            letGo(theirs)
            chosen()
          }}
        />
      ) : null}
      {theirs ? null : <Refused error={error} fields={PARTS.map((name) => `/${name}`)} />}
      {field('possible', t('offer-possible'), t('offer-possible-hint'))}
      {field('impossible', t('offer-impossible'), t('offer-impossible-hint'))}
      {field('decides', t('offer-decides'), t('offer-decides-hint'))}
    </Dialog>
  )
}
