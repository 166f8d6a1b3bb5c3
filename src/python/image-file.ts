import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { InterpreterImage, SideModule } from './interpreter-image.js';

/** What of an image is kept in a file. Modules are compiled again, which is as fast as reading them. */
export interface StoredImage extends Omit<InterpreterImage, 'module' | 'sideModules'> {
  readonly sideModules: readonly Omit<SideModule, 'module'>[];
}

const magic = 'codeio python images 1\n';
const lengthBytes = 8;
const keptFiles = 4;

/** How the names of such files end. */
export const imageEnding = '.image';

type WithoutBytes<T> = Omit<T, 'bytes'>;

/** An image without what is long. */
interface ImageHead extends Omit<StoredImage, 'snapshots' | 'files' | 'sideModules'> {
  readonly snapshots: readonly WithoutBytes<StoredImage['snapshots'][number]>[];
  readonly sideModules: readonly WithoutBytes<StoredImage['sideModules'][number]>[];
}

interface Head {
  readonly images: readonly ImageHead[];
  /** Of the files, which all images have in common. */
  readonly paths: readonly string[];
  /** Lengths of what follows: of each image the snapshots and the side modules, then the files. */
  readonly lengths: readonly number[];
}

/** Reads images into memory that threads share; `undefined` when there are none that are whole. */
export async function readImageFile(file: string): Promise<readonly StoredImage[] | undefined> {
  const handle = await open(file).catch(() => undefined);
  if (handle === undefined) return undefined;
  try {
    const { size } = await handle.stat();
    const start = Buffer.alloc(magic.length + lengthBytes);
    await handle.read(start, 0, start.length, 0);
    if (start.toString('latin1', 0, magic.length) !== magic) return undefined;
    const headBytes = start.readUInt32LE(magic.length);
    const head = Buffer.alloc(headBytes);
    await handle.read(head, 0, headBytes, start.length);
    const { images, paths, lengths } = deserialize(head) as Head;
    const total = lengths.reduce((sum, length) => sum + length, 0);
    if (size !== start.length + headBytes + total) return undefined;
    const shared = new Uint8Array(new SharedArrayBuffer(total));
    const { bytesRead } = await handle.read(shared, 0, total, start.length + headBytes);
    if (bytesRead !== total) return undefined;
    let at = 0;
    const parts = lengths.map((length) => {
      at += length;
      return shared.subarray(at - length, at);
    });
    const next = (): { readonly bytes: Uint8Array } => ({ bytes: parts.shift() as Uint8Array });
    const withParts = images.map(({ snapshots, sideModules, ...image }) => ({
      ...image,
      snapshots: snapshots.map((snapshot) => ({ ...snapshot, ...next() })),
      sideModules: sideModules.map((side) => ({ ...side, ...next() })),
    }));
    const files = paths.map((path) => ({ path, ...next() }));
    return withParts.map((image) => ({ ...image, files }));
  } catch {
    // Whatever is wrong with it, it can be made anew.
    return undefined;
  } finally {
    await handle.close();
  }
}

/** Writes images, whole or not at all. */
export async function writeImageFile(file: string, images: readonly StoredImage[]): Promise<void> {
  const files = images[0]?.files ?? [];
  const withBytes: readonly { readonly bytes: Uint8Array }[] = [
    ...images.flatMap(({ snapshots, sideModules }) => [...snapshots, ...sideModules]),
    ...files,
  ];
  const parts = withBytes.map(({ bytes }) => bytes);
  const head = serialize({
    images: images.map(({ snapshots, sideModules, files: _, ...image }) => ({
      ...image,
      snapshots: snapshots.map(({ bytes: _, ...rest }) => rest),
      sideModules: sideModules.map(({ bytes: _, ...rest }) => rest),
    })),
    paths: files.map(({ path }) => path),
    lengths: parts.map(({ length }) => length),
  } satisfies Head);
  const start = Buffer.alloc(magic.length + lengthBytes);
  start.write(magic, 'latin1');
  start.writeUInt32LE(head.length, magic.length);
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, [start, head, ...parts]);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await forgetOthers(dirname(file));
}

/** Each version of a package leaves a file: those that were not written for longest go. */
async function forgetOthers(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(imageEnding));
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      return { path, writtenAtMs: (await stat(path)).mtimeMs };
    }),
  );
  files.sort((a, b) => b.writtenAtMs - a.writtenAtMs);
  await Promise.all(files.slice(keptFiles).map(({ path }) => rm(path, { force: true })));
}
