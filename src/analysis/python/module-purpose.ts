/** What a module is for that a pure function has no use for. */
export type ModulePurpose = 'network' | 'input-output' | 'threads' | 'clock' | 'output' | 'package';

const byPurpose: readonly (readonly [ModulePurpose, string])[] = [
  ['network', 'socket ssl http ftplib smtplib poplib imaplib telnetlib nntplib xmlrpc'],
  ['network', 'socketserver wsgiref webbrowser cgi select selectors urllib.request urllib.error'],
  ['network', 'requests httpx aiohttp urllib3 websocket websockets flask django fastapi uvicorn'],
  ['network', 'tornado twisted scrapy selenium playwright paramiko boto3 redis pymongo psycopg2'],
  ['input-output', 'shutil tempfile glob fileinput sqlite3 dbm shelve mmap linecache filecmp'],
  ['input-output', 'argparse optparse getopt getpass platform readline cmd pdb dotenv'],
  ['threads', 'subprocess multiprocessing threading _thread concurrent signal ctypes pty'],
  ['clock', 'timeit sched'],
  ['output', 'tkinter turtle curses logging matplotlib seaborn plotly pygame rich tqdm'],
];

const purposes = new Map(
  byPurpose.flatMap(([purpose, names]) => names.split(' ').map((name) => [name, purpose] as const)),
);

const standardModules = new Set(
  [
    'abc antigravity array ast asyncio atexit base64 bdb binascii bisect builtins bz2 cProfile',
    'calendar cmath cmd code codecs codeop collections colorsys compileall concurrent configparser',
    'contextlib contextvars copy copyreg csv ctypes curses dataclasses datetime dbm decimal difflib',
    'dis doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch',
    'fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib',
    'heapq hmac html http idlelib imaplib importlib inspect io ipaddress itertools json keyword',
    'linecache locale logging lzma mailbox marshal math mimetypes mmap modulefinder multiprocessing',
    'netrc ntpath nturl2path numbers opcode operator optparse os pathlib pdb pickle pickletools',
    'pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile',
    'pyclbr pydoc pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched',
    'secrets select selectors shelve shlex shutil signal site smtplib socket socketserver sqlite3',
    'sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess',
    'symtable sys sysconfig syslog tabnanny tarfile tempfile termios textwrap this threading time',
    'timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle types typing',
    'unicodedata unittest urllib uuid venv warnings wave weakref webbrowser wsgiref xml xmlrpc',
    'zipapp zipfile zipimport zlib zoneinfo __future__ __main__ _thread',
  ].flatMap((line) => line.split(' ')),
);

/**
 * Tells from its name what a module is for; `package` when it is not part of Python.
 *
 * @returns `undefined` for a module that a pure function may use, as far as that depends on the module.
 */
export function modulePurpose(name: string): ModulePurpose | undefined {
  const [root = ''] = name.split('.', 1);
  const purpose = purposes.get(name) ?? purposes.get(root);
  return purpose ?? (standardModules.has(root) ? undefined : 'package');
}
