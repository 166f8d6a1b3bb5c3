/** What values of Python's own types have, so that an attribute of that name may be meant by it. */
export const standardMembers: ReadonlySet<string> = new Set(
  [
    'add append appendleft args as_integer_ratio as_tuple bit_count bit_length capitalize casefold',
    'center clear close conjugate copy count date day days decode denominator difference',
    'difference_update discard elements encode endswith expandtabs extend extendleft find format',
    'format_map from_bytes fromhex fromisoformat fromkeys fromordinal get hex hour imag index insert',
    'intersection intersection_update is_integer isalnum isalpha isascii isdecimal isdigit',
    'isdisjoint isidentifier islower isnumeric isoformat isoweekday isprintable isspace issubset',
    'issuperset istitle isupper items join keys limit_denominator ljust lower lstrip maketrans',
    'maxlen microsecond minute month most_common move_to_end name numerator partition pop popitem',
    'popleft quantize real remove removeprefix removesuffix replace reverse rfind rindex rjust',
    'rotate rpartition rsplit rstrip second seconds send setdefault sort split splitlines start',
    'startswith step stop strftime strip subtract swapcase symmetric_difference',
    'symmetric_difference_update throw time timetuple title to_bytes toordinal total total_seconds',
    'translate union update upper value values weekday year zfill',
  ].flatMap((line) => line.split(' ')),
);
