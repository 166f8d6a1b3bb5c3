/**
 * Loads an optional package.
 *
 * @param name - The name of the package.
 * @param user - What needs it, for the error.
 * @throws Error naming the package, and how to install it, when it is missing.
 */
export async function loadPeer<Module>(
  name: string,
  user: string,
  load: () => Promise<Module>,
): Promise<Module> {
  try {
    return await load();
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException | undefined)?.code;
    if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') throw cause;
    throw new Error(`${user} needs the package ${name}: npm install ${name}`, { cause });
  }
}
