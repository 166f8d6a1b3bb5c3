/** Why a request gets no score. */
export interface RefusalDetails {
  /** The status of the HTTP answer. */
  readonly statusCode: number;
  /** What is wrong, for people. */
  readonly message: string;
  /** The field of the body that is at fault. */
  readonly field?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** A request that is answered with an error. It never leaves the server. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly statusCode: number;
  readonly field: string | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor({ statusCode, message, field, headers = {} }: RefusalDetails) {
    super(message);
    this.statusCode = statusCode;
    this.field = field;
    this.headers = headers;
  }
}
