import { version } from '../../../package.json';

/** The version of this library, as files name it that it writes. */
export const libraryVersion: string = version;
