/** Why the host ended a call from within one of the interpreter's imports. */
export type EndReason =
  | { readonly kind: 'step-limit' }
  /** The program called what the sandbox does not have. */
  | { readonly kind: 'refused'; readonly name: string }
  | { readonly kind: 'exit'; readonly exitCode: number }
  | { readonly kind: 'abort' };

/** Unwinds the interpreter; its memory is of no more use until it is restored. */
export class GuestEnded extends Error {
  override readonly name = 'GuestEnded';
  readonly reason: EndReason;

  constructor(reason: EndReason) {
    super(reason.kind);
    this.reason = reason;
  }
}
