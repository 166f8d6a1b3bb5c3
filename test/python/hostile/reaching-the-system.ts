import { type Attack, lost, refuses, returns, stepLimit, throws } from './attack.js';

const denied = [
  refuses(),
  throws('PermissionError'),
  throws('OSError'),
  throws('AttributeError'),
  throws('ModuleNotFoundError'),
  throws('ImportError'),
];

export const reachingTheSystem: readonly Attack[] = [
  {
    name: 'runs a command of the shell',
    code: `def attack(canary):
    import os
    return os.system(f"touch {canary['markerFile']}")`,
    accepts: denied,
  },
  {
    name: 'runs a command of the shell and catches every refusal',
    code: `def attack(canary):
    import os
    try:
        return os.system(f"touch {canary['markerFile']}")
    except BaseException:
        return 'caught'
    finally:
        return 'went on'`,
    accepts: [...denied],
  },
  {
    name: 'reads the output of a command',
    code: `def attack(canary):
    import os
    return os.popen('cat ' + canary['secretFile']).read()`,
    accepts: denied,
  },
  {
    name: 'starts processes in every way that subprocess has',
    code: `def attack(canary):
    import subprocess
    command = ['touch', canary['markerFile']]
    ways = [subprocess.run, subprocess.call, subprocess.check_output, subprocess.Popen,
        lambda command: subprocess.getoutput(' '.join(command)),
        lambda command: subprocess.run(' '.join(command), shell=True)]
    names = []
    for way in ways:
        try:
            way(command)
            names.append('ran')
        except OSError as error:
            names.append('OSError')
    return names`,
    accepts: [returns(Array.from({ length: 6 }, () => 'OSError')), ...denied],
  },
  {
    name: 'forks, spawns and replaces itself by another program',
    code: `def attack(canary):
    import os
    touch = ['/usr/bin/touch', canary['markerFile']]
    ways = {
        'fork': lambda: os.fork(),
        'forkpty': lambda: os.forkpty(),
        'posix_spawn': lambda: os.posix_spawn(touch[0], touch, {}),
        'spawnv': lambda: os.spawnv(os.P_WAIT, touch[0], touch),
        'execv': lambda: os.execv(touch[0], touch),
        'execve': lambda: os.execve(touch[0], touch, {}),
    }
    done = []
    for name, way in ways.items():
        try:
            way()
            done.append(name)
        except (OSError, AttributeError):
            pass
    return done`,
    accepts: [returns([]), ...denied],
  },
  {
    name: 'kills its parent and itself',
    code: `def attack(canary):
    import os, signal
    done = []
    for pid in (os.getppid(), os.getpid(), 1, 0, -1):
        try:
            os.kill(pid, 9)
            done.append(pid)
        except (OSError, AttributeError):
            pass
    return done`,
    accepts: [returns([]), throws('SystemExit', '137'), ...denied],
  },
  {
    name: 'asks for the number of its process',
    code: `def attack(canary):
    import os
    return [os.getpid(), os.getppid()]`,
    accepts: [returns()],
  },
  {
    name: 'raises a deadly signal in itself',
    code: `def attack(canary):
    import signal
    signal.raise_signal(signal.SIGKILL)
    return 1`,
    accepts: [throws('SystemExit', '137')],
  },
  {
    name: 'handles all signals and sets a timer',
    code: `def attack(canary):
    import signal
    seen = []
    for number in range(1, 32):
        try:
            signal.signal(number, lambda *all: seen.append(all))
        except (OSError, ValueError):
            pass
    signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
    for _ in range(100000):
        pass
    return len(seen)`,
    accepts: [returns(0), ...denied],
  },
  {
    name: 'ends the process at once',
    code: `def attack(canary):
    import os
    os._exit(3)`,
    accepts: [throws('SystemExit', '3')],
  },
  {
    name: 'aborts the process',
    code: `def attack(canary):
    import os
    os.abort()`,
    accepts: [throws('SystemError', 'the interpreter was aborted')],
  },
  {
    name: 'exits as a script does',
    code: `def attack(canary):
    raise SystemExit('bye')`,
    accepts: [throws('SystemExit', 'bye')],
  },
  {
    name: 'crashes the interpreter with the module that is made for it',
    code: `def attack(canary):
    import faulthandler
    faulthandler._sigsegv()`,
    accepts: [lost, throws(), returns(null)],
  },
  {
    name: 'reports crashes of its own to a file after a time',
    code: `def attack(canary):
    import faulthandler
    faulthandler.dump_traceback_later(0.001, exit=True)
    return 1`,
    accepts: [
      ...denied,
      throws('RuntimeError'),
      throws('ValueError'),
      throws('UnsupportedOperation'),
    ],
  },
  {
    name: 'starts a thread',
    code: `def attack(canary):
    import threading
    thread = threading.Thread(target=print)
    thread.start()
    thread.join()
    return 1`,
    accepts: [throws('RuntimeError'), ...denied],
  },
  {
    name: 'waits for a lock that nobody releases',
    code: `def attack(canary):
    import threading
    lock = threading.Lock()
    lock.acquire()
    return lock.acquire(timeout=1000)`,
    accepts: [returns(false), stepLimit, returns(true), throws()],
  },
  {
    name: 'starts processes through the pool of the library',
    code: `def attack(canary):
    import multiprocessing
    with multiprocessing.Pool(2) as pool:
        return pool.map(abs, [1])`,
    accepts: denied,
  },
  {
    name: 'starts threads through the executor of the library',
    code: `def attack(canary):
    from concurrent.futures import ThreadPoolExecutor
    with ThreadPoolExecutor(2) as executor:
        return list(executor.map(abs, [1]))`,
    accepts: [throws('RuntimeError'), ...denied],
  },
  {
    name: 'starts another interpreter inside of this one',
    code: `def attack(canary):
    import _interpreters
    other = _interpreters.create()
    return str(_interpreters.exec(other, 'import os; os._exit(3)'))`,
    accepts: [...denied, throws(), lost, returns()],
  },
  {
    name: 'reads the names of users, machine and groups',
    code: `def attack(canary):
    import os, platform, socket, getpass
    words = []
    for ask in (os.uname, platform.node, socket.gethostname, getpass.getuser, os.getlogin,
            lambda: os.listdir('/home'), lambda: os.path.expanduser('~')):
        try:
            words.append(str(ask()))
        except Exception as error:
            words.append(type(error).__name__)
    return ' '.join(words)`,
    accepts: [returns(), ...denied],
  },
  {
    name: 'reads all of the environment',
    code: `def attack(canary):
    import os
    return [dict(os.environ), os.getenv(canary['variable']), os.environb.get(canary['variable'].encode())]`,
    accepts: [returns(), ...denied],
  },
  {
    name: 'limits and measures the process',
    code: `def attack(canary):
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (1, 1))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss`,
    accepts: [...denied, throws('ValueError'), returns()],
  },
  {
    name: 'sets the clock of the machine',
    code: `def attack(canary):
    import time
    time.clock_settime(time.CLOCK_REALTIME, 0)
    return 1`,
    accepts: denied,
  },
];
