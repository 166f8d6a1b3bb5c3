/** Whether the checks that install packages or take minutes are wanted: `CODEIO_SLOW=1`. */
export const isSlowRun: boolean = process.env.CODEIO_SLOW === '1';
