# The names that a proof knows: what they stand for keeps no state that a program could reach.
EXCEPTION_NAMES = frozenset(
    name
    for name, value in vars(builtins_module).items()
    if type(value) is type and issubclass(value, BaseException)
)
SAFE_BUILTINS = EXCEPTION_NAMES | frozenset(
    'abs all any ascii bin bool bytearray bytes callable chr complex dict divmod enumerate filter '
    'float format frozenset hasattr hex input int isinstance issubclass iter len list map max min '
    'next oct ord pow print range repr reversed round set slice sorted str sum super tuple zip '
    'NotImplemented Ellipsis'.split()
)
ALL_BUILTINS = frozenset(vars(builtins_module))


def public_names(module):
    return [name for name in dir(module) if not name.startswith('_')]


# What a program may take from a module. Nothing is here that changes the module, sets anything for
# later calls or leads to what does: no `decimal.getcontext`, no `operator.attrgetter`.
SAFE_LIBRARY = {
    'abc': 'ABC ABCMeta abstractmethod',
    'base64': 'b64encode b64decode b32encode b32decode b16encode b16decode '
    'urlsafe_b64encode urlsafe_b64decode',
    'bisect': 'bisect bisect_left bisect_right insort insort_left insort_right',
    'collections': 'ChainMap Counter OrderedDict defaultdict deque namedtuple',
    'collections.abc': 'Callable Collection Generator Hashable Iterable Iterator Mapping '
    'Sequence Set',
    'copy': 'copy deepcopy',
    'dataclasses': 'asdict astuple dataclass field replace',
    'datetime': 'date datetime time timedelta timezone MAXYEAR MINYEAR UTC',
    'decimal': 'Decimal ROUND_CEILING ROUND_DOWN ROUND_FLOOR ROUND_HALF_DOWN ROUND_HALF_EVEN '
    'ROUND_HALF_UP ROUND_UP ROUND_05UP InvalidOperation DivisionByZero DecimalException',
    'enum': 'Enum IntEnum auto',
    'fractions': 'Fraction',
    'functools': 'cache cmp_to_key lru_cache partial reduce total_ordering',
    'hashlib': 'md5 sha1 sha224 sha256 sha384 sha512 blake2b blake2s',
    'heapq': 'heapify heappop heappush heappushpop heapreplace merge nlargest nsmallest',
    'itertools': 'accumulate batched chain combinations combinations_with_replacement compress '
    'count cycle dropwhile filterfalse groupby islice pairwise permutations product repeat starmap '
    'takewhile tee zip_longest',
    'json': 'dumps loads JSONDecodeError',
    'numbers': 'Complex Integral Number Rational Real',
    'operator': 'abs add and_ concat contains countOf eq floordiv ge gt index indexOf inv invert '
    'is_ is_not itemgetter le lshift lt matmul mod mul ne neg not_ or_ pos pow rshift sub truediv '
    'truth xor getitem',
    'random': 'Random betavariate choice choices expovariate gammavariate gauss getrandbits '
    'lognormvariate normalvariate paretovariate randint random randrange sample seed shuffle '
    'triangular uniform vonmisesvariate weibullvariate',
    're': 'compile match search fullmatch findall finditer split sub subn escape error Match '
    'Pattern A ASCII I IGNORECASE M MULTILINE S DOTALL X VERBOSE U UNICODE',
    'statistics': 'StatisticsError correlation covariance fmean geometric_mean harmonic_mean '
    'linear_regression mean median median_grouped median_high median_low mode multimode pstdev '
    'pvariance quantiles stdev variance',
    'sys': 'maxsize float_info',
    'string': 'ascii_letters ascii_lowercase ascii_uppercase capwords digits hexdigits octdigits '
    'printable punctuation whitespace',
    'textwrap': 'dedent fill indent shorten wrap',
    'typing': 'Any AnyStr Callable ClassVar Collection Counter DefaultDict Deque Dict Final '
    'FrozenSet Generator Generic Hashable Iterable Iterator List Literal Mapping MutableMapping '
    'MutableSequence NamedTuple NoReturn Optional OrderedDict Pattern Sequence Set Tuple Type '
    'TypeVar Union cast',
}
SAFE_LIBRARY = {module: frozenset(names.split()) for module, names in SAFE_LIBRARY.items()}
for module in ('math', 'cmath'):
    SAFE_LIBRARY[module] = frozenset(public_names(__import__(module)))

# What changes a function or a class that it is given: for definitions only, not for calls.
FOR_DEFINITIONS = frozenset(
    'ABC ABCMeta abstractmethod auto dataclass field total_ordering'.split()
)

# Values that are told apart by their address: sets of them have no order of their own.
IDENTITY_MAKERS = frozenset(
    ('cmp_to_key', 'lru_cache', 'cache', 'partial', 'merge', 'itemgetter', 'Random')
) | SAFE_LIBRARY['hashlib'] | {'match', 'search', 'fullmatch', 'finditer'}
IDENTITY_BUILTINS = EXCEPTION_NAMES | frozenset('enumerate filter iter map reversed zip'.split())


def is_changeable(module, name):
    """Whether attributes of a value of the library could be set, as those of functions."""
    value = getattr(importlib.import_module(module), name, None)
    immutable = (int, float, str, complex, types.BuiltinFunctionType, type(None))
    return not isinstance(value, immutable)


def is_function(module, name):
    return callable(getattr(importlib.import_module(module), name, len))
