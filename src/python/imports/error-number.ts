/** Error numbers as the C library of the guest has them (those of WASI). */
export const errorNumber = {
  badDescriptor: 8,
  invalid: 28,
  isDirectory: 31,
  tooManyFiles: 33,
  notFound: 44,
  notDirectory: 54,
  notTerminal: 59,
  notPermitted: 63,
  resultTooLarge: 68,
  readOnly: 69,
} as const;
