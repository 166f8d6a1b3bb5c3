/** What a call came to, as text and numbers that cross a thread cheaply. */
export interface GuestReport {
  /** The JSON text that the guest wrote. */
  readonly text: string;
  readonly steps: number;
  /** Operations of the call until the function returned; of no meaning when it did not. */
  readonly operations: number;
}
