# Writes a value as `json.dumps` would, without its spaces, and refuses what JSON cannot carry with
# the path to it. Every part of a value is read once, since a class of the program's own may answer
# differently the next time.
MAXIMUM_DEPTH = 200


class Encoding:
    def __init__(self, maximum):
        self.maximum = maximum
        self.length = 0
        self.parts = []
        self.path = []
        self.ancestors = set()

    def refuse(self, reason):
        raise Unserializable(write_path(self.path), reason)

    def add(self, text):
        self.length += len(text)
        if self.length > self.maximum:
            raise OutputTooLarge
        self.parts.append(text)

    def add_leaf(self, container, shortest):
        if self.length + shortest > self.maximum:
            raise OutputTooLarge
        self.add(encode_leaf(container))

    def write(self, value):
        kind = type(value)
        if kind in SCALARS or issubclass(kind, (str, int, float)):
            self.add(encode_scalar(value, self.maximum - self.length))
        elif issubclass(kind, (list, tuple)):
            self.enter(value)
            self.write_list(value, kind)
            self.ancestors.discard(id(value))
        elif issubclass(kind, dict):
            self.enter(value)
            # What `json` does: a class may say what its items are.
            self.write_items(list(value.items()))
            self.ancestors.discard(id(value))
        else:
            self.refuse(describe_type(value))

    def enter(self, container):
        if id(container) in self.ancestors:
            self.refuse('a circular reference')
        if len(self.ancestors) >= MAXIMUM_DEPTH:
            self.refuse(f'nested deeper than {MAXIMUM_DEPTH} levels')
        self.ancestors.add(id(container))

    def write_list(self, value, kind):
        if kind is not list and kind is not tuple:
            iterate = list.__iter__ if issubclass(kind, list) else tuple.__iter__
            value = list(iterate(value))
        kinds = set(map(type, value))
        if kinds <= SCALARS:
            self.add_leaf(value, shortest_length(value, kinds))
            return
        self.add('[')
        path = self.path
        path.append(0)
        for index, item in enumerate(value):
            if index > 0:
                self.add(',')
            path[-1] = index
            self.write(item)
        path.pop()
        self.add(']')

    def write_items(self, items):
        kinds = set([type(item) for _, item in items])
        if kinds <= SCALARS and set([type(key) for key, _ in items]) <= {str}:
            fields = dict(items)
            if len(fields) == len(items):
                shortest = shortest_length(fields, {str})
                self.add_leaf(fields, shortest + shortest_length(fields.values(), kinds))
                return
        self.add('{')
        path = self.path
        written = set()
        for key, item in items:
            name = self.name_of(key)
            path.append(name)
            if name in written:
                self.refuse('two keys that are both written as ' + encode_text(cut_text(name, 100)))
            comma = ',' if written else ''
            written.add(name)
            self.add(comma + encode_scalar(name, self.maximum - self.length) + ':')
            self.write(item)
            path.pop()
        self.add('}')

    def name_of(self, key):
        """The text of a key of a dictionary, by the rules of `json`."""
        kind = type(key)
        if issubclass(kind, str):
            return cut_text(key, str.__len__(key))
        if key is None or issubclass(kind, (int, float)):
            return encode_scalar(key, self.maximum - self.length)
        self.refuse('a key that is ' + describe_type(key))


def encode_json(value, maximum):
    """
    The JSON text of a value in at most `maximum` characters; raises `Unserializable` or
    `OutputTooLarge`.
    """
    encoding = Encoding(maximum)
    encoding.write(value)
    return ''.join(encoding.parts)
