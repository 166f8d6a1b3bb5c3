import type { Build } from './builder/build-request.js';
import type { InterpreterImage } from './interpreter-image.js';

/**
 * Makes images of builds that differ in how strings are hashed: one image with a snapshot of each when
 * they differ in nothing but their memory, so that an interpreter can go from one to the other; an
 * image of each otherwise, as with packages, whose compiled code lies where there was room.
 */
export function joinBuilds(
  builds: readonly Build[],
  version: string,
  module: WebAssembly.Module,
): readonly InterpreterImage[] {
  const [first, ...others] = builds;
  if (first === undefined) return [];
  const wanted = layoutOf(first);
  const isAlike = others.every((build) => layoutOf(build) === wanted);
  const groups = isAlike ? [builds] : builds.map((build) => [build]);
  return groups.map((group) => ({
    ...{ version, module },
    ...imageParts(group[0] ?? first),
    // The files are the same in all of them.
    files: first.files,
    snapshots: group.map(({ bytes, stackPointer, handle, countdown }) => {
      return { bytes, stackPointer, handle, countdown };
    }),
  }));
}

function imageParts({ memoryBytes, numbers, tableLength, tableSlots, sideModules }: Build) {
  return { memoryBytes, numbers, tableLength, tableSlots, sideModules };
}

function layoutOf({ sideModules, ...build }: Build): string {
  const { memoryBytes, numbers, tableLength, tableSlots } = build;
  const imports = sideModules.map((side) => side.imports);
  return JSON.stringify([memoryBytes, numbers, tableLength, tableSlots, imports]);
}
