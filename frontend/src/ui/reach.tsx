/** A sentence in which a telephone number stands: the number calls. */
export function Calling({ sentence, number }: { sentence: string; number: string }) {
  const digits = dialled(number)
  return <Linked sentence={sentence} said={number} href={digits === null ? null : `tel:${digits}`} />
}

/** A sentence in which an address stands: the address writes. */
export function Mailing({ sentence, address }: { sentence: string; address: string }) {
  return <Linked sentence={sentence} said={address} href={`mailto:${encodeURIComponent(address).replaceAll('%40', '@')}`} />
}

/** The link is what is dialled or written to, and not the whole sentence. */
function Linked({ sentence, said, href }: { sentence: string; said: string; href: string | null }) {
  const at = sentence.indexOf(said)
  if (href === null || at < 0) return <>{sentence}</>
  return (
    <>
      {sentence.slice(0, at)}
      <a href={href}>{said}</a>
      {sentence.slice(at + said.length)}
    </>
  )
}

/** What a telephone takes; nothing of a number with words beside it, for nobody knows which digits are meant. */
function dialled(number: string): string | null {
  const bare = number.replaceAll('(0)', '')
  return /^[-+.() \d]*\d[-+.() \d]*$/.test(bare) ? bare.replaceAll(/[^+\d]/g, '') : null
}
