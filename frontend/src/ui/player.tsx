/** A recording. Its words stand beside it, as soon as somebody wrote them down. */
export function Player({ name, address }: { name: string; address: string }) {
  // eslint-disable-next-line jsx-a11y/media-has-caption
  return <audio className="np-player" controls preload="none" src={address} aria-label={name} />
}
