import { readdir, readFile, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { z } from 'zod';
import { contentHash } from '../../values/content-hash.js';
import { writeDurably } from './durable-files.js';

/** The file in which a dataset lists its files, so that nothing else is ever removed. */
const manifestName = '.codeio-dataset.json';

const manifestSchema = z.object({
  version: z.literal(1),
  files: z.array(
    z.object({ path: z.string(), bytes: z.number().int(), hash: z.string().optional() }),
  ),
});

type ListedFile = z.infer<typeof manifestSchema>['files'][number];

/** What is in a directory. */
export type DirectoryState =
  /** Nothing: it is not there, or empty. */
  | { readonly status: 'free' }
  /** A dataset and nothing else. */
  | {
      readonly status: 'dataset';
      readonly files: readonly string[];
      /** Those of its files that are not as they were written. */
      readonly changed: readonly string[];
    }
  /** Something that is not of a dataset. */
  | { readonly status: 'other'; readonly files: readonly string[] };

/** Lists the files of a new dataset in it. */
export async function writeManifest(directory: string): Promise<void> {
  const files: ListedFile[] = [];
  for (const path of await listFiles(directory)) files.push(await describe(directory, path));
  const text = `${JSON.stringify({ version: 1, files }, null, 1)}\n`;
  await writeDurably(join(directory, manifestName), text);
}

/** Looks at a directory. Files that were only removed from a dataset do not count as changed. */
export async function inspectDirectory(directory: string): Promise<DirectoryState> {
  const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (names === undefined) return { status: 'other', files: ['a file'] };
  if (names.length === 0) return { status: 'free' };
  const listed = await readManifest(directory);
  if (listed === undefined) return { status: 'other', files: names };
  const known = new Map(listed.map((file) => [file.path, file]));
  const found = (await listFiles(directory)).filter((path) => path !== manifestName);
  const foreign = found.filter((path) => !known.has(path));
  if (foreign.length > 0) return { status: 'other', files: foreign };
  const changed: string[] = [];
  for (const path of found) {
    const now = await describe(directory, path);
    const before = known.get(path);
    if (now.bytes !== before?.bytes || now.hash !== before.hash) changed.push(path);
  }
  return { status: 'dataset', files: found, changed };
}

/** Removes the files of a dataset and the folders that are empty then; whatever else is in it stays. */
export async function removeDataset(directory: string): Promise<void> {
  const paths = (await readManifest(directory))?.map(({ path }) => path) ?? [];
  // The list goes last: a removal that is cut off can be taken up again.
  for (const path of [...paths, manifestName]) await rm(join(directory, path), { force: true });
  const folders = new Set(paths.map((path) => dirname(join(directory, path))));
  folders.delete(directory);
  for (const folder of [...folders, directory]) await rmdir(folder).catch(() => {});
}

async function readManifest(directory: string): Promise<readonly ListedFile[] | undefined> {
  try {
    const text = await readFile(join(directory, manifestName), 'utf8');
    const { files } = manifestSchema.parse(JSON.parse(text));
    // Whoever wrote this list, it must not reach out of the directory.
    return files.filter(({ path }) => !path.split(/[\\/]/).includes('..'));
  } catch {
    return undefined;
  }
}

async function describe(directory: string, path: string): Promise<ListedFile> {
  const { size: bytes } = await stat(join(directory, path));
  // Files of rows are large and nobody edits them; a card is small and people do.
  if (/\.(?:parquet|jsonl)$/.test(path)) return { path, bytes };
  return { path, bytes, hash: contentHash(await readFile(join(directory, path), 'utf8')) };
}

/** The paths of all files, with forward slashes, in the same order everywhere. */
async function listFiles(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(directory, join(parentPath, name)))
    .map((path) => path.split(sep).join('/'))
    .sort();
}
