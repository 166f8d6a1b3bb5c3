import { driverFiles, type GuestCode, preparationFiles } from './guest/guest-files.js';
import packageImports from './guest/packages.py?raw';

/**
 * Code that sets the guest up, and evaluates to the address of its `handle` function.
 *
 * @param packages - The guest's folder of packages.
 */
export function guestSetup(packages: string): string {
  return `
def set_up(preparation, driver, packages):
    def run(files, namespace):
        for name, text in files:
            exec(compile(text, f'<{name}>', 'exec'), namespace)
    for file in preparation:
        run([file], {'__name__': file[0], 'PACKAGES': packages})
    namespace = {'__name__': 'driver'}
    run(driver, namespace)
    return id(namespace['handle'])

set_up(${literal([...preparationFiles, { name: 'packages', text: packageImports }])}, ${literal(driverFiles)}, ${JSON.stringify(packages)})
`;
}

/** A Python literal: texts without characters beyond the first plane read alike in both languages. */
function literal(files: readonly GuestCode[]): string {
  return JSON.stringify(files.map(({ name, text }) => [name, text]));
}
