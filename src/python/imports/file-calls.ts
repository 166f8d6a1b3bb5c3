import { markedDescriptor } from './call-marks.js';
import { errorNumber } from './error-number.js';
import { type FileNode, type FileTree, plainPath } from './file-tree.js';
import type { GuestMemory } from './guest-memory.js';
import type { ImportFunctions } from './import-functions.js';

/** The guest's files: the standard library and packages, read only. */
export interface FileCalls {
  /** Closes what a call has left open. */
  reset(this: void): void;
  readonly imports: ImportFunctions;
}

interface OpenFile {
  readonly node: FileNode;
  position: number;
}

type Value = number | bigint;

/** Writing, creating, truncating, appending. */
const writeFlags = 0o3103;
const folderFlag = 0o200000;
/** Stands for the folder that the guest is in, instead of a descriptor. */
const currentFolder = -100;
/** `stat` of a descriptor, asked for with an empty path. */
const emptyPathFlag = 0x1000;
const maximumOpen = 256;
const firstDescriptor = 3;
const home = '/';
const entryBytes = 280;
const blockBytes = 4096;

/**
 * Makes the calls of the C library that read files. Input is at its end, output goes nowhere.
 *
 * @param onMark - Called when the driver marks how far it is, see `call-marks.ts`.
 */
export function createFileCalls(
  memory: GuestMemory,
  tree: FileTree,
  onMark: () => void = () => {},
): FileCalls {
  let open = new Map<number, OpenFile>();

  const find = (folder: Value, address: Value): FileNode | undefined => {
    const path = memory.readText(Number(address));
    if (path === undefined || path === '') return undefined;
    if (Number(folder) !== currentFolder && !path.startsWith('/')) return undefined;
    return tree.find(plainPath(path, home));
  };
  const writeStatus = (node: FileNode | 'stream', address: Value): number => {
    const at = Number(address);
    memory.bytes().fill(0, at, at + 96);
    const view = memory.view();
    const size = node === 'stream' || node.kind === 'folder' ? 0 : node.bytes.length;
    view.setUint32(at, 1, true);
    view.setUint32(at + 4, modeOf(node), true);
    view.setUint32(at + 8, 1, true);
    view.setBigInt64(at + 24, BigInt(size), true);
    view.setInt32(at + 32, blockBytes, true);
    view.setInt32(at + 36, Math.ceil(size / 512), true);
    view.setBigInt64(at + 88, BigInt(node === 'stream' ? 1 : node.number), true);
    return 0;
  };
  const status = (folder: Value, path: Value, address: Value): number => {
    const node = find(folder, path);
    return node === undefined ? -errorNumber.notFound : writeStatus(node, address);
  };
  const descriptorStatus = (descriptor: Value, address: Value): number => {
    const number = Number(descriptor);
    if (number >= 0 && number < firstDescriptor) return writeStatus('stream', address);
    const file = open.get(number);
    return file === undefined ? -errorNumber.badDescriptor : writeStatus(file.node, address);
  };
  const read = (file: OpenFile, vectors: Value, count: Value, from: number): number => {
    if (file.node.kind === 'folder') return -1;
    const view = memory.view();
    let total = 0;
    for (let index = 0; index < Number(count); index++) {
      const vector = Number(vectors) + 8 * index;
      const start = view.getUint32(vector, true);
      const wanted = view.getUint32(vector + 4, true);
      const part = file.node.bytes.subarray(from + total, from + total + wanted);
      memory.bytes().set(part, start);
      total += part.length;
      if (part.length < wanted) break;
    }
    return total;
  };

  return {
    reset() {
      if (open.size > 0) open = new Map();
    },
    imports: {
      __syscall_openat(folder, path, flags) {
        const node = find(folder, path);
        if ((Number(flags) & writeFlags) !== 0) return -errorNumber.readOnly;
        if (node === undefined) return -errorNumber.notFound;
        if ((Number(flags) & folderFlag) !== 0 && node.kind === 'file') {
          return -errorNumber.notDirectory;
        }
        if (open.size >= maximumOpen) return -errorNumber.tooManyFiles;
        let descriptor = firstDescriptor;
        while (open.has(descriptor)) descriptor++;
        open.set(descriptor, { node, position: 0 });
        return descriptor;
      },
      __syscall_stat64: (path, address) => status(currentFolder, path, address),
      __syscall_lstat64: (path, address) => status(currentFolder, path, address),
      __syscall_fstat64: descriptorStatus,
      __syscall_newfstatat(folder, path, address, flags) {
        const isOwn = (Number(flags) & emptyPathFlag) !== 0 && memory.readText(Number(path)) === '';
        return isOwn ? descriptorStatus(folder, address) : status(folder, path, address);
      },
      __syscall_getcwd(address, size) {
        if (Number(size) < home.length + 1) return -errorNumber.resultTooLarge;
        memory.writeText(Number(address), home);
        return home.length + 1;
      },
      __syscall_getdents64(descriptor, address, size) {
        const file = open.get(Number(descriptor));
        if (file === undefined) return -errorNumber.badDescriptor;
        if (file.node.kind === 'file') return -errorNumber.notDirectory;
        let at = Number(address);
        const end = at + Number(size);
        const names = ['.', '..', ...file.node.names];
        for (; file.position < names.length && at + entryBytes <= end; at += entryBytes) {
          const view = memory.view();
          view.setBigInt64(at, BigInt(file.position + 2), true);
          view.setBigInt64(at + 8, BigInt(file.position + 1), true);
          view.setUint16(at + 16, entryBytes, true);
          // Of unknown kind: who wants to know asks for the status.
          view.setUint8(at + 18, 0);
          memory.writeText(at + 19, names[file.position++] as string);
        }
        return at - Number(address);
      },
      __syscall_fcntl64: () => 0,
      __syscall_ioctl: () => -errorNumber.notTerminal,
      fd_close(descriptor) {
        if (Number(descriptor) < firstDescriptor) return 0;
        return open.delete(Number(descriptor)) ? 0 : errorNumber.badDescriptor;
      },
      fd_read(descriptor, vectors, count, address) {
        const file = open.get(Number(descriptor));
        let total = 0;
        if (file === undefined) {
          if (Number(descriptor) !== 0) return errorNumber.badDescriptor;
        } else {
          total = read(file, vectors, count, file.position);
          if (total < 0) return errorNumber.isDirectory;
          file.position += total;
        }
        memory.view().setUint32(Number(address), total, true);
        return 0;
      },
      fd_pread(descriptor, vectors, count, offset, address) {
        const file = open.get(Number(descriptor));
        if (file === undefined) return errorNumber.badDescriptor;
        const total = read(file, vectors, count, Number(offset));
        if (total < 0) return errorNumber.isDirectory;
        memory.view().setUint32(Number(address), total, true);
        return 0;
      },
      fd_seek(descriptor, offset, whence, address) {
        const file = open.get(Number(descriptor));
        if (file === undefined) return errorNumber.badDescriptor;
        const size = file.node.kind === 'file' ? file.node.bytes.length : 0;
        const base = [0, file.position, size][Number(whence)];
        const position = base === undefined ? -1 : base + Number(offset);
        if (!(position >= 0)) return errorNumber.invalid;
        file.position = position;
        memory.view().setBigInt64(Number(address), BigInt(position), true);
        return 0;
      },
      fd_fdstat_get(descriptor, address) {
        const number = Number(descriptor);
        const file = open.get(number);
        if (file === undefined && number >= firstDescriptor) {
          if (number === markedDescriptor) onMark();
          return errorNumber.badDescriptor;
        }
        const at = Number(address);
        memory.bytes().fill(0, at, at + 24);
        const kind = file === undefined ? 2 : file.node.kind === 'folder' ? 3 : 4;
        memory.view().setUint8(at, kind);
        return 0;
      },
      fd_write(descriptor, vectors, count, address) {
        if (Number(descriptor) !== 1 && Number(descriptor) !== 2) return errorNumber.badDescriptor;
        const view = memory.view();
        let total = 0;
        for (let index = 0; index < Number(count); index++) {
          total += view.getUint32(Number(vectors) + 8 * index + 4, true);
        }
        view.setUint32(Number(address), total, true);
        return 0;
      },
    },
  };
}

function modeOf(node: FileNode | 'stream'): number {
  if (node === 'stream') return 0o020666;
  return node.kind === 'folder' ? 0o040555 : 0o100444;
}
