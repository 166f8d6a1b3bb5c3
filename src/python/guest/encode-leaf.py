# Writes scalars, and containers of nothing else, as JSON text.
encode_text = json.encoder.encode_basestring_ascii
count_bits = int.bit_length
write_integer = int.__repr__
write_float = float.__repr__

SCALARS = frozenset({str, int, float, bool, type(None)})
# A bit is less than a third of a digit.
DIGITS_PER_BIT = 0.30102


def encode_float(value):
    if value != value:
        return 'NaN'
    if value - value != 0:
        return 'Infinity' if value > 0 else '-Infinity'
    return write_float(value)


def encode_scalar(value, room):
    """The text of a string, a number, a boolean or `None`, or of what is derived from them."""
    kind = type(value)
    if issubclass(kind, str):
        value = cut_text(value, str.__len__(value))
        if len(value) > room:
            raise OutputTooLarge
        return encode_text(value)
    if value is None:
        return 'null'
    if kind is bool:
        return 'true' if value else 'false'
    if issubclass(kind, int):
        # Writing a number takes far longer than seeing that it is too long.
        if count_bits(value) * DIGITS_PER_BIT > room:
            raise OutputTooLarge
        return write_integer(value)
    return encode_float(float.__float__(value))


def shortest_length(values, kinds):
    """Characters that the values take at least, seen without writing any of them."""
    length = 2 * len(values)
    if str in kinds:
        length += sum([len(value) for value in values if type(value) is str])
    if int in kinds:
        bits = sum([count_bits(value) for value in values if type(value) is int])
        length += int(bits * DIGITS_PER_BIT) - len(values)
    return length


def create_leaf_encoder():
    encode = json.encoder.JSONEncoder(separators=(',', ':'), check_circular=False).encode
    make = json.encoder.c_make_encoder
    if make is None:
        return encode
    fast = make(None, None, encode_text, None, ':', ',', False, False, True)

    def encode_fast(container):
        return ''.join(fast(container, 0))

    sample = {'a': 1, 'b': [None, True, -2.5, 'é'], 'c': float('nan')}
    return encode_fast if encode_fast(sample) == encode(sample) else encode


# Lists, tuples and dictionaries of scalars alone: the library writes them fastest.
encode_leaf = create_leaf_encoder()
