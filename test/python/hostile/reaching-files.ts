import {
  type Accepted,
  type Attack,
  lost,
  outOfMemory,
  refuses,
  returns,
  throws,
} from './attack.js';

const denied: readonly Accepted[] = [
  refuses(),
  ...['PermissionError', 'OSError', 'FileNotFoundError', 'IsADirectoryError', 'AttributeError'].map(
    (name) => throws(name),
  ),
];

/** Tries each of many things and lists those that worked. */
const trying = (
  name: string,
  ways: string,
  accepts: readonly Accepted[] = [returns([])],
): Attack => ({
  name,
  code: `import os
def attack(canary):
    done = []
    ways = {${ways}}
    for name, way in ways.items():
        try:
            way()
            done.append(name)
        except (OSError, AttributeError, ValueError, ImportError):
            pass
    return done`,
  accepts,
});

const zip = `[os.path.join(root, name) for root, _, names in os.walk('/') for name in names if name.endswith('.zip')][0]`;

export const reachingFiles: readonly Attack[] = [
  {
    name: 'reads a file of the host',
    code: `def attack(canary):
    return open(canary['secretFile']).read()`,
    accepts: [throws('FileNotFoundError')],
  },
  trying(
    'reads files of the host by devious paths',
    `path: (lambda path=path: os.close(os.open(path, os.O_RDONLY)))
        for path in ['..' + canary['secretFile'], '/../../..' + canary['secretFile'],
            '/proc/self/environ', '/proc/self/root' + canary['secretFile'], '/proc/self/cwd/package.json',
            '/proc/self/fd/0', '/proc/1/mem', '/etc/passwd', '/dev/mem', '/dev/stdin', '/dev/fd/3',
            '//' + canary['secretFile'], 'file://' + canary['secretFile'], 'package.json',
            './package.json', '/package.json', canary['secretFile'] + '\\x00']`,
  ),
  {
    name: 'reads what lies behind descriptors that it has not opened',
    code: `import os
def attack(canary):
    found = []
    for number in range(3, 200):
        try:
            found.append(os.read(number, 100).decode('latin1'))
        except OSError:
            pass
    return found`,
    accepts: [returns([])],
  },
  {
    name: 'reads what the host types',
    code: `import os, sys
def attack(canary):
    return [os.read(0, 100).decode(), sys.stdin.read(), len(sys.__stdin__.readlines())]`,
    accepts: [returns(['', '', 0])],
  },
  {
    name: 'asks for a line of what the host types',
    code: `def attack(canary):
    return input('your password: ')`,
    accepts: [throws('EOFError')],
  },
  {
    name: 'walks over all files',
    code: `import os
def attack(canary):
    names = [name for _, folders, files in os.walk('/') for name in [*folders, *files]]
    return [name for name in names if name in ('etc', 'root', 'usr', 'node_modules', 'secret.txt')]`,
    accepts: [returns([])],
  },
  trying(
    'writes files',
    `'marker': lambda: open(canary['markerFile'], 'w').write('x'),
        'append': lambda: open('/new', 'a').write('x'),
        'exclusive': lambda: open('/new', 'x').write('x'),
        'update': lambda: open(${zip}, 'r+b').write(b'x'),
        'open': lambda: os.open('/new', os.O_CREAT | os.O_WRONLY),
        'create': lambda: os.open('/new', os.O_CREAT),
        'device': lambda: open('/dev/null', 'w').write('x'),
        'temporary': lambda: __import__('tempfile').TemporaryFile(),
        'folder': lambda: __import__('tempfile').mkdtemp(),
        'path': lambda: __import__('pathlib').Path('/new').write_text('x')`,
  ),
  trying(
    'empties the archive of the standard library',
    `'truncate at opening': lambda: os.open(${zip}, os.O_TRUNC),
        'read and truncate': lambda: os.open(${zip}, os.O_RDONLY | os.O_TRUNC),
        'truncate': lambda: os.truncate(${zip}, 0),
        'truncate descriptor': lambda: os.ftruncate(os.open(${zip}, os.O_RDONLY), 0),
        'write descriptor': lambda: os.write(os.open(${zip}, os.O_RDONLY), b'x'),
        'write at': lambda: os.pwrite(os.open(${zip}, os.O_RDONLY), b'x', 0),
        'allocate': lambda: os.posix_fallocate(os.open(${zip}, os.O_RDONLY), 0, 10),
        'unlink': lambda: os.unlink(${zip}),
        'rename': lambda: os.rename(${zip}, '/other.zip'),
        'chmod': lambda: os.chmod(${zip}, 0),
        'chown': lambda: os.chown(${zip}, 0, 0),
        'utime': lambda: os.utime(${zip}, (0, 0))`,
  ),
  trying(
    'makes links, folders and devices',
    `'symlink': lambda: os.symlink(canary['secretFile'], '/link'),
        'link': lambda: os.link(${zip}, '/link'),
        'mkdir': lambda: os.mkdir('/folder'),
        'makedirs': lambda: os.makedirs('/a/b/c'),
        'rmdir': lambda: os.rmdir('/lib'),
        'rmtree': lambda: __import__('shutil').rmtree('/lib'),
        'mkfifo': lambda: os.mkfifo('/pipe'),
        'mknod': lambda: os.mknod('/node'),
        'memfd': lambda: os.memfd_create('x')`,
    [returns([]), ...denied],
  ),
  trying(
    'changes its folder, its root and its rights',
    `'chroot': lambda: os.chroot('/lib'),
        'fchdir': lambda: os.fchdir(3),
        'setuid': lambda: os.setuid(0),
        'setgid': lambda: os.setgid(0),
        'setsid': lambda: os.setsid(),
        'nice': lambda: os.nice(-20),
        'chdir': lambda: os.chdir('/lib')`,
    [returns([]), returns(['setsid'])],
  ),
  {
    name: 'opens a file again and again without closing it',
    code: `import os
def attack(canary):
    path = ${zip}
    count = 0
    try:
        while True:
            os.open(path, os.O_RDONLY)
            count += 1
    except OSError:
        return count < 10000`,
    accepts: [returns(true)],
  },
  {
    name: 'maps a file into memory',
    code: `import mmap, os
def attack(canary):
    descriptor = os.open(${zip}, os.O_RDONLY)
    return len(mmap.mmap(descriptor, 0, access=mmap.ACCESS_READ))`,
    accepts: [...denied, throws('ModuleNotFoundError'), throws('ValueError')],
  },
  {
    name: 'maps memory that belongs to no file',
    code: `import mmap
def attack(canary):
    return len(mmap.mmap(-1, 1 << 20))`,
    accepts: [...denied, throws('ModuleNotFoundError'), throws('ValueError'), returns(1048576)],
  },
  {
    name: 'controls descriptors and terminals',
    code: `import os
def attack(canary):
    done = []
    def attempt(name, way):
        try:
            done.append([name, str(way())])
        except Exception:
            pass
    import fcntl
    attempt('ioctl', lambda: fcntl.ioctl(1, 0x5413, b' ' * 8))
    attempt('lock', lambda: fcntl.flock(1, fcntl.LOCK_EX))
    attempt('size', lambda: os.get_terminal_size())
    attempt('attributes', lambda: __import__('termios').tcgetattr(0))
    attempt('name', lambda: os.ttyname(0))
    attempt('terminal', lambda: os.isatty(0) or 1 / 0)
    return [name for name, _ in done if name in ('ioctl', 'size', 'attributes', 'name')]`,
    accepts: [returns([]), ...denied, throws('ModuleNotFoundError')],
  },
  {
    name: 'doubles descriptors',
    code: `import os
def attack(canary):
    os.dup2(os.open('/', os.O_RDONLY), 50)
    return os.dup(1)`,
    accepts: denied,
  },
  {
    name: 'makes a pipe to itself',
    code: `import os
def attack(canary):
    return list(os.pipe())`,
    accepts: denied,
  },
  {
    name: 'closes every descriptor, and then reads the library',
    code: `import os
def attack(canary):
    os.closerange(0, 1000)
    import wave
    print('still here')
    return wave.__name__`,
    accepts: [returns('wave'), ...denied],
  },
  {
    name: 'asks for the status of a path of forty million letters',
    code: `import os
def attack(canary):
    try:
        os.stat('a/' * 20_000_000)
    except OSError as error:
        return type(error).__name__`,
    accepts: [returns('FileNotFoundError'), returns('OSError'), outOfMemory],
  },
  {
    name: 'seeks to places where no file is',
    code: `import os
def attack(canary):
    descriptor = os.open(${zip}, os.O_RDONLY)
    os.lseek(descriptor, 2**53, os.SEEK_SET)
    found = len(os.read(descriptor, 1000))
    for place in (-1, -2**60):
        try:
            os.lseek(descriptor, place, os.SEEK_SET)
            found += 1
        except OSError:
            pass
    return found + len(os.pread(descriptor, 10, 2**60))`,
    accepts: [returns(0), ...denied, lost],
  },
  {
    name: 'reads the archive of the library into a thousand vectors',
    code: `import os
def attack(canary):
    descriptor = os.open(${zip}, os.O_RDONLY)
    return os.readv(descriptor, [bytearray(100) for _ in range(1000)])`,
    accepts: [returns(100000), ...denied],
  },
];
