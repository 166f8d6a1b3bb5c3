/**
 * The imports that do something, each with why the interpreter needs it and what it can reach. Every
 * other one is refused; the tests of the seal fail when this list and the sandbox differ.
 */
export const allowedImports: Readonly<Record<string, string>> = {
  // Clock: numbers that the caller has chosen.
  clock_time_get: 'time.time and its kin; writes a number into the memory of the guest',
  clock_res_get: 'time.get_clock_info; writes a number into the memory of the guest',
  emscripten_get_now: 'the loop that sleeping is; returns a number',
  emscripten_date_now: 'gettimeofday; returns a number',
  can_run_sync_js: 'asked before sleeping; returns that nobody waits in its place',

  // Calendar: arithmetic on numbers in the memory of the guest.
  _localtime_js: 'time.localtime; writes a date into the memory of the guest, always in UTC',
  _gmtime_js: 'time.gmtime; writes a date into the memory of the guest',
  _mktime_js: 'time.mktime; reads a date from the memory of the guest and puts it in order',
  _timegm_js: 'the same in UTC',
  _tzset_js: 'the zone, always UTC; writes it into the memory of the guest',

  // Randomness: follows from the seed.
  random_get: 'os.urandom; writes bytes into the memory of the guest',

  // Network: there is none.
  getaddrinfo: 'socket.getaddrinfo, uuid.uuid1; returns that no name can be found',

  // Files: a tree in memory that holds the standard library and packages, and cannot be written.
  __syscall_openat: 'open; finds a file of the tree, refuses all ways of writing',
  __syscall_stat64: 'os.stat; writes the size of a file of the tree',
  __syscall_lstat64: 'os.lstat; the same, since the tree has no links',
  __syscall_fstat64: 'os.fstat; the same for a file that is open',
  __syscall_newfstatat: 'os.stat with a folder; the same',
  __syscall_getcwd: 'os.getcwd; writes "/"',
  __syscall_getdents64: 'os.listdir; writes names of the tree',
  __syscall_fcntl64: 'asked when a file is opened; does nothing',
  __syscall_ioctl: 'asked whether a file is a terminal; no file is',
  fd_close: 'forgets a file of the tree',
  fd_read: 'copies bytes of the tree into the memory of the guest; standard input is empty',
  fd_pread: 'the same from a place',
  fd_seek: 'changes a number',
  fd_fdstat_get: 'writes of which kind a file is; the driver marks its calls by asking for none',
  fd_write: 'print below the driver; adds lengths up and drops what is written',

  // Memory.
  emscripten_get_heap_max: 'returns the limit',
  emscripten_resize_heap: 'malloc; lets the memory of the guest grow up to the limit',

  // Work and its ends: all they can do is end the call.
  _Py_CheckEmscriptenSignals_Helper:
    'asked from time to time; counts, and ends the call at its limit',
  exit: 'ends the call',
  proc_exit: 'ends the call',
  _abort_js: 'ends the call',
  __assert_fail: 'ends the call',
  _emscripten_runtime_keepalive_clear: 'on the way to an exit; does nothing',

  // Calls of functions in the table of the guest itself.
  _PyEM_TrampolineCall_JS: 'calls a built-in that takes fewer arguments than it is given',
};

/** What builds that are older or newer than the installed one import in place of some of the above. */
export const allowedInOtherBuilds: readonly string[] = [
  'abort',
  'strftime',
  'strftime_l',
  'emscripten_get_now_res',
  '_emscripten_get_now_is_monotonic',
  '_emscripten_throw_longjmp',
  'invoke_vi',
  'invoke_iiii',
  '_PyEM_TrampolineCall_inner',
  '_PyImport_InitFunc_TrampolineCall',
];
